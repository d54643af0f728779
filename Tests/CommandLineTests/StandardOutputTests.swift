import Foundation
import Glibc
import Testing

/// What is printed and can't be is never passed over.
struct StandardOutputTests {
  private static let commands = [
    ["--help"], ["-h"], ["help"], ["help", "get"], ["countries", "--help"], ["profiles", "add", "--help"],
    ["--version"],
    ["--generate-completion-script", "bash"], ["keys"], ["manual"], ["themes"], ["profiles"], ["countries"],
    ["diff", "/dev/null", "-"],
  ]

  @Test("On a full disk, and where it is closed, it ends with 74", arguments: commands)
  func full(command: [String]) async throws {
    let opx = try OpxProcess()
    try opx.home.write("input", to: "input")
    for redirection in [">/dev/full", ">&-"] {
      let script = "exec \"$0\" \"$@\" \(redirection) <\(opx.home.path)/input"
      let outcome = try await Self.run(opx, script, command)
      #expect(outcome.status == 74, "\(redirection) \(outcome)")
    }
  }

  @Test("Where the reader has gone it ends as any filter, by SIGPIPE", arguments: [["--help"], ["manual"], ["keys"]])
  func gone(command: [String]) async throws {
    let opx = try OpxProcess()
    let pipe = DescriptorPair.pipe()
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    close(pipe.reading)
    let end = try await opx.start(command, descriptors: [null, pipe.writing, null]).wait()
    for descriptor in [pipe.writing, null] { close(descriptor) }
    #expect(end.signal == SIGPIPE)
  }

  private static func run(_ opx: OpxProcess, _ script: String, _ arguments: [String]) async throws -> ChildProcess.End {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    return try await ChildProcess(
      ["/bin/sh", "-c", script, OpxProcess.path] + arguments,
      environment: [
        "HOME": opx.home.path, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
        "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      ], descriptors: [null, null, null]
    ).wait()
  }
}
