import Foundation
import Glibc
import Testing

@Suite("Waits for another copy of the program", .timeLimit(.minutes(1)))
struct LockWaitTests {
  @Test("a subcommand that waits says for what and how long, and goes on when that is done")
  func told() async throws {
    let opx = try OpxProcess()
    try opx.home.write("", to: "config/opx/profiles.yaml")
    let lock = open("\(opx.home.path)/config/opx/profiles.yaml.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let (errors, null) = (DescriptorPair.pipe(), open("/dev/null", O_RDWR | O_CLOEXEC))
    defer { [errors.reading, null].forEach { close($0) } }
    let child = try opx.start(["profiles", "use", "--none"], descriptors: [null, null, errors.writing])
    close(errors.writing)
    // Given back by the thread that reads, which waits for nobody.
    let line = await onThread {
      var (text, byte): ([UInt8], UInt8) = ([], 0)
      while byte != UInt8(ascii: "\n"), read(errors.reading, &byte, 1) == 1 { text.append(byte) }
      close(lock)
      return String(decoding: text, as: UTF8.self)
    }
    #expect(line == "opx: another opx is changing profiles.yaml; waiting up to 5 s\n")
    #expect(await child.wait().status == 0)
  }

  @Test(
    "a token that can't be kept serves at once, and --verbose says once why it is not kept", arguments: [false, true])
  func unkept(isVerbose: Bool) async throws {
    let server = try await ScriptedServer { _ in .token }
    let opx = try OpxProcess(environment: server.environment)
    _ = try await opx.run("token")
    let folder = "\(opx.home.path)/.cache/opx/tokens"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names where name.hasSuffix(".lock") {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    let start = ContinuousClock.now
    let outcome = try await opx.run(["token"] + (isVerbose ? ["--verbose"] : []))
    #expect(outcome.status == 0 && outcome.text == "scripted-token\n")
    let lines = outcome.errors.split(separator: "\n").filter { $0.contains(".lock is no regular file") }
    #expect(lines.count == (isVerbose ? 1 : 0), "\(outcome.errors)")
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
