import ChildPrograms
import Foundation
import Glibc
import Testing

struct ChildProgramTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/opx-children-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func script(
    _ text: String, input: String = "", outputLimit: Int? = 1 << 20, timeLimit: Duration = .seconds(30)
  ) async -> ChildProgram.Outcome {
    await ChildProgram(["/bin/sh", "-c", text], input: Array(input.utf8), outputLimit: outputLimit)
      .run(timeLimit: timeLimit)
  }

  @Test("it gets its input and says what it has to say at the same time, each longer than a pipe holds")
  func wholeText() async {
    let text = String(repeating: "åäö\n", count: 100_000)
    #expect(await script("cat", input: text) == .ended(status: 0, output: text, errors: ""))
    #expect(await script("cat >&2; echo x", input: "e") == .ended(status: 0, output: "x\n", errors: "e"))
    #expect(await script("cat", input: text, outputLimit: nil) == .ended(status: 0, output: "", errors: ""))
    #expect(await script("cat") == .ended(status: 0, output: "", errors: ""), "nothing to wait for")
  }

  @Test("how it ended is told, or that it can't be run")
  func ends() async {
    #expect(await script("echo x; echo y >&2; exit 3") == .ended(status: 3, output: "x\n", errors: "y\n"))
    #expect(await script("kill -TERM $$") == .ended(status: 143, output: "", errors: ""))
    #expect(
      await ChildProgram(["/nowhere"]).run(timeLimit: .seconds(9)) == .failed("can't be run: No such file or directory")
    )
    #expect(await ChildProgram([]).run(timeLimit: .seconds(9)) == .failed("can't be run: No such file or directory"))
    #expect(await script("head -c 100 /dev/zero", outputLimit: 99) == .failed("printed too much"))
    #expect(await script("printf '\\377'") == .failed("printed something that is no text"))
    #expect(
      await script("head -c 100 /dev/zero >&2; echo x", outputLimit: 2)
        == .ended(status: 0, output: "x\n", errors: "\0\0"))
  }

  @Test(
    "one that does not read its input has not done what it was run for",
    arguments: ["exit 0", "exec <&-", "head -c 1 > /dev/null"])
  func leftInput(text: String) async {
    for size in [10, 1_000_000] {
      #expect(await script(text, input: String(repeating: "x", count: size)) == .failed("did not read its input"))
      #expect(
        await script("\(text); exit 4", input: String(repeating: "x", count: size), outputLimit: nil)
          == (text == "exit 0" ? .failed("did not read its input") : .ended(status: 4, output: "", errors: "")))
    }
  }

  @Test("the time limit is for taking the input, too", arguments: ["sleep 100", "exec <&-; sleep 100"])
  func timeLimit(text: String) async {
    let start = ContinuousClock.now
    let input = String(repeating: "x", count: 1_000_000)
    #expect(await script(text, input: input, timeLimit: .milliseconds(100)) == .failed("took too long"))
    #expect(
      await script("\(text) & wait", input: input, outputLimit: nil, timeLimit: .zero) == .failed("took too long"))
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test("it has ended when its own process has, though what it left behind keeps its output open")
  func helper() async {
    let start = ContinuousClock.now
    #expect(await script("sleep 60 & echo x") == .ended(status: 0, output: "x\n", errors: ""))
    #expect(
      await script("(while :; do echo y >&2; sleep 1; done) & exit 3", outputLimit: 1) != .failed("took too long"))
    #expect(
      await script("cat > \(folder)/text; sleep 60 &", input: "text") == .ended(status: 0, output: "", errors: ""))
    #expect(ContinuousClock.now - start < .seconds(25))
  }

  @Test("what was ended leaves nothing behind, neither a process of its own nor a dead one")
  func nothingLeft() async throws {
    #expect(
      await script(
        "echo $$ > \(folder)/own; sh -c 'echo $$ > \(folder)/other; sleep 100'", timeLimit: .milliseconds(800))
        == .failed("took too long"))
    let own = try pid("own")
    #expect(waitpid(own, nil, WNOHANG) == -1 && errno == ECHILD)
    #expect(kill(own, 0) == -1)
    // Who has lost its parent is buried by another, once the kernel has come to its end.
    let place = "/proc/\(try pid("other"))/stat"
    func isThere() -> Bool {
      let state = try? String(contentsOfFile: place, encoding: .utf8).split(separator: " ")[2]
      return state != nil && state != "Z"
    }
    let deadline = ContinuousClock.now + .seconds(10)
    while isThere(), ContinuousClock.now < deadline { await Task.yield() }
    #expect(!isThere())
  }

  @Test("a task that is cancelled ends it")
  func cancelled() async {
    let task = Task { await script("sleep 100") }
    task.cancel()
    #expect(await task.value == .failed("was ended"))
  }

  @Test("an end that somebody else was told of is no success")
  func unknownEnd() throws {
    let text = "echo $$ > \(folder)/new; mv \(folder)/new \(folder)/own; until [ -e \(folder)/go ]; do sleep 0.01; done"
    let end = ChildProgram(["/bin/sh", "-c", text]).runBlocking(timeLimit: .seconds(30)) {
      guard let own = try? pid("own") else { return false }
      _ = FileManager.default.createFile(atPath: "\(folder)/go", contents: nil)
      waitpid(own, nil, 0)
      return false
    }
    #expect(end == .failed("ended, and how was not told"))
  }

  @Test("many at once get each their own input, and its end")
  func many() async {
    await withTaskGroup(of: ChildProgram.Outcome.self) { group in
      for number in 0..<20 { group.addTask { await script("cat", input: "\(number)") } }
      var outputs: Set<String> = []
      for await case .ended(0, let output, _) in group { outputs.insert(output) }
      #expect(outputs == Set((0..<20).map { "\($0)" }))
    }
  }

  private func pid(_ name: String) throws -> pid_t {
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
