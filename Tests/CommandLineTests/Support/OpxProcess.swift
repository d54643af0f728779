import Foundation
import Glibc

@testable import opx

/// The built program, run as a user's shell would run it, with a home folder of its own.
struct OpxProcess {
  /// Beside the test bundle.
  static let path =
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/opx"

  let home: TemporaryFolder
  var environment: [String: String] = [:]
  /// The most memory that it may have of its own, in KiB; with more it crashes. nil for any.
  var memoryLimit: Int?

  init(home: TemporaryFolder? = nil, environment: [String: String] = [:], memoryLimit: Int? = nil) throws {
    self.home = try home ?? TemporaryFolder()
    self.environment = environment
    self.memoryLimit = memoryLimit
  }

  struct Outcome {
    let end: ChildProcess.End
    let output: [UInt8]
    let errors: String

    var status: Int32? { end.status }
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs it to its end with standard output in a file.
  func run(_ arguments: String..., input: String = "", limit: Double = 30) async throws -> Outcome {
    try await run(arguments, input: input, limit: limit)
  }

  func run(_ arguments: [String], input: String = "", limit: Double = 30) async throws -> Outcome {
    let name = UUID().uuidString
    try home.write(input, to: "\(name).in")
    let files = ["in", "out", "err"].map { "\(home.path)/\(name).\($0)" }
    let descriptors = files.map { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    defer { descriptors.forEach { close($0) } }
    let end = try await start(arguments, descriptors: descriptors).wait(limit: limit)
    return Outcome(
      end: end, output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: files[1]))),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: files[2])), as: UTF8.self))
  }

  func start(_ arguments: [String], descriptors: [Int32]) throws -> ChildProcess {
    let base = [
      "HOME": home.path, "XDG_CONFIG_HOME": "\(home.path)/config", "XDG_STATE_HOME": "\(home.path)/state",
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
    // The system's limit, since what it tells of a child's peak includes that of this process.
    let limited = memoryLimit.map { ["/bin/sh", "-c", "ulimit -d \($0); exec \"$0\" \"$@\""] } ?? []
    return try ChildProcess(
      limited + [Self.path] + arguments, environment: base.merging(environment) { $1 }, descriptors: descriptors)
  }
}
