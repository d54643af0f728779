import Foundation

/// The same calls made by curl, each with the headers that the client sends.
struct CurlRun {
  private let file: String

  init(url: String, token: String, count: Int) throws {
    file = NSTemporaryDirectory() + "opx-benchmark-\(ProcessInfo.processInfo.processIdentifier).curl"
    let call = "url = \"\(url)\"\noutput = \"/dev/null\"\n"
    let fields = ["Authorization: Bearer \(token)", "Accept: application/json", "X-Request-ID: \(UUID())"]
    let text =
      "silent\nno-progress-meter\nfail\nparallel\nparallel-immediate\nparallel-max = 8\n"
      + fields.map { "header = \"\($0)\"\n" }.joined() + String(repeating: call, count: count)
    // The file names a token, although one of the benchmark's own server.
    _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
  }

  func run() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
    process.arguments = ["--config", file]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CurlFailure(status: process.terminationStatus) }
  }

  func removeFiles() { try? FileManager.default.removeItem(atPath: file) }
}

struct CurlFailure: Error {
  let status: Int32
}
