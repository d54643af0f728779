import Foundation
import JSONText
import Testing

/// Two JSON texts, or two profiles' answers.
@Suite(.timeLimit(.minutes(2)))
struct DiffTests {
  private static let left = #"{"a":1,"b":[{"bicFi":"A","x":1},{"bicFi":"B"}],"c":"x","d":1,"e":2,"f":3}"#
  private static let right = #"{"f":3,"e":2.0,"d":1,"a":1,"b":[{"bicFi":"B"},{"bicFi":"A","x":2}],"c":"\u001b"}"#

  private func files(_ left: String = left, _ right: String = right) throws -> (OpxProcess, String, String) {
    let opx = try OpxProcess()
    try opx.home.write(left, to: "left")
    try opx.home.write(right, to: "right")
    return (opx, "\(opx.home.path)/left", "\(opx.home.path)/right")
  }

  @Test("what differs is told line by line, equal stretches folded, and the status is 1")
  func unified() async throws {
    let (opx, left, right) = try files()
    let outcome = try await opx.run("diff", left, right)
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.text == """
          {
            "a": 1
            "b": [
        >     { bicFi "B", … }
              {  bicFi "A"
                "bicFi": "A"
        -       "x": 1
        +       "x": 2
              }
            ]
        -   "c": "x"
        +   "c": "\\u001b"
          … 3 equal members
          }

        """)
  }

  @Test("with --json it is a patch")
  func patch() async throws {
    let (opx, left, right) = try files()
    let outcome = try await opx.run("diff", left, right, "--json")
    #expect(outcome.status == 1)
    let operations = JSONDocument(outcome.output).root.map { Array($0.elements) } ?? []
    #expect(operations.compactMap { $0["op"]?.string } == ["replace", "move", "replace"])
    #expect(operations.compactMap { $0["path"]?.string } == ["/c", "/b/0", "/b/1/x"])
  }

  @Test("nothing is printed where nothing differs, however it is written; the patch is empty")
  func equal() async throws {
    let (opx, left, _) = try files()
    let outcome = try await opx.run("diff", "-", left, input: Self.left.split(separator: ",").joined(separator: " , "))
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    let patch = try await opx.run("diff", left, left, "--json")
    #expect(patch.text == "[]\n" && patch.status == 0)
  }

  @Test("what is no JSON is compared line by line, and has no patch")
  func lines() async throws {
    let (opx, left, right) = try files("one\ntwo\n", "one\n2\u{1B}\nthree\n")
    let outcome = try await opx.run("diff", left, right)
    #expect(outcome.status == 1)
    #expect(outcome.text == "  one\n- two\n+ 2␛\n+ three\n")
    let patch = try await opx.run("diff", left, right, "--json")
    #expect(patch.status == 65)
    #expect(patch.errors.hasPrefix("opx: the left is not JSON ("))
  }

  @Test("a difference of any length is written to its end")
  func long() async throws {
    let text = { (word: String) in (0..<20_000).map { "\(word) \($0)\n" }.joined() }
    let (opx, left, right) = try files(text("one"), text("two"))
    let outcome = try await opx.run("diff", left, right)
    #expect(outcome.status == 1)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 40_000 && lines.last == "+ two 19999")
  }

  @Test("a key that comes more than once is told once, beside the result", arguments: [[], ["--json"]])
  func repeatedKeys(options: [String]) async throws {
    let (opx, left, right) = try files(#"{"a":1,"a":2,"b":{"c":1,"c":1}}"#, #"{"a":2,"b":{"c":1}}"#)
    let outcome = try await opx.run(["diff", left, right] + options)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == "opx: the left has objects with a key more than once; only the last of each was compared\n")
    let both = try await opx.run(["diff", left, left] + options)
    #expect(both.errors.hasPrefix("opx: both sides have objects"))
  }

  @Test(
    "what can't be compared is refused with what to do",
    arguments: [
      (["nosuch", "-"], 64, "can't read nosuch"), (["-", "-"], 64, "standard input can't be both"),
      (["one"], 64, "name two files"), (["one", "two", "--with", "sandbox"], 64, "name two files"),
      (["/psd2/x", "--with", "nobody"], 64, "there is no profile \"nobody\""),
      (["/psd2/x", "--profile", "sandbox", "--with", "sandbox-seed"], 64, "whose paths differ"),
    ])
  func refused(arguments: [String], status: Int32, words: String) async throws {
    let outcome = try await OpxProcess().run(["diff"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(words))
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "where neither side answers well the status is that of the failure of the profile in use, and what differs is told",
    arguments: [
      (401, Int32(77), []), (404, 65, []), (429, 75, []), (500, 69, []), (302, 65, []), (503, 75, ["--json"]),
      (200, 1, []),
    ])
  func failures(answer: Int, status: Int32, options: [String]) async throws {
    let server = try await ScriptedServer.api { _ in .status(answer, body: Array("oh".utf8)) }
    let opx = try OpxProcess(environment: server.environment)
    let outcome = try await opx.run(["diff", "/psd2/nothing", "--with", "sandbox"] + options)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("sandbox answered 404") && outcome.errors.contains("environment") == (answer != 200))
    #expect(outcome.text.contains("+ 404 Not Found") == (options.isEmpty && answer != 404))
  }

  @Test("where the other side does not answer at all, a failure of the left side still is the one that counts")
  func noAnswer() async throws {
    let server = try await ScriptedServer.api { _ in .status(404, body: []) }
    let opx = try OpxProcess(environment: server.environment)
    try opx.home.write(
      """
      profiles:
        gone: {auth_url: "http://127.0.0.1:1", api_url: "http://127.0.0.1:1", client_id: x, secret_env: GONE_SECRET}
      """, to: "config/opx/profiles.yaml")
    var other = opx
    other.environment["GONE_SECRET"] = "s3cr3t"
    let outcome = try await other.run("diff", "/psd2/nothing", "--with", "gone")
    #expect(outcome.status == 65 && outcome.output.isEmpty, "\(outcome.errors)")
    #expect(outcome.errors.contains("gone did not answer") && outcome.errors.contains("opx: not found"))
  }

  @Test("one side that fails is a difference")
  func oneFails() async throws {
    let server = try await ScriptedServer.api { _ in .status(404, body: []) }
    let opx = try OpxProcess(environment: server.environment)
    let outcome = try await opx.run("diff", "/psd2/aspspinformation/v1/countries", "--with", "sandbox")
    #expect(outcome.status == 1 && outcome.errors.contains("environment answered 404"))
  }

  @Test("a path is called under both profiles, each at its own host with its own token")
  func profiles() async throws {
    let server = try await ScriptedServer.api { _ in
      .json(#"{"countries":[{"isoCountryCode":"SE","name":"Sweden"},{"isoCountryCode":"XX","name":"Nowhere"}]}"#)
    }
    let opx = try OpxProcess(environment: server.environment)
    let outcome = try await opx.run("diff", "/psd2/aspspinformation/v1/countries", "--with", "sandbox")
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("-       \"isoCountryCode\": \"XX\""))
    #expect(outcome.text.contains("+       \"isoCountryCode\": \"FI\""))
    #expect(outcome.text.contains("      {  isoCountryCode \"SE\"\n+       \"id\": "))
    let call = await server.request { !$0.isForToken }
    #expect(call?.head.contains("Bearer scripted-token") == true)
    let kept = try await opx.run("history", "op:get")
    let calls = kept.text.split(separator: "\n").map { $0.components(separatedBy: "\t") }
    #expect(Set(calls.map { $0[2] }) == ["environment", "sandbox"] && calls.count == 2, "\(kept.text)")
    #expect(calls.allSatisfy { $0[4] == "/psd2/aspspinformation/v1/countries" })
  }
}
