import JSONText
import Testing

/// `opx keys`, as a process.
@Suite(.timeLimit(.minutes(2)))
struct KeysCommandTests {
  @Test("The keys are listed, one's own in place of the standard ones; what could not be given is told")
  func own() async throws {
    let opx = try OpxProcess()
    try opx.home.write("find: b\nhistory: h\n", to: "config/opx/keys.yaml")
    let outcome = try await opx.run("keys", "--json")
    #expect(outcome.status == 78)
    #expect(outcome.errors.contains("keys.yaml:2:1: h is the key of back in the lists; give that another one too"))
    let rows = JSONDocument(outcome.output).root.map { Array($0.elements) } ?? []
    func keys(_ command: String) -> [String]? {
      rows.first { $0["command"]?.string == command }?["keys"]?.elements.compactMap(\.string)
    }
    #expect(keys("find") == ["b"] && keys("history") == ["H"])
  }

  @Test("Of ninety thousand mistakes the first are told, the others counted, and nobody waits")
  func many() async throws {
    let opx = try OpxProcess()
    try opx.home.write((0..<90_000).map { "comand-\($0): f\n" }.joined(), to: "config/opx/keys.yaml")
    let outcome = try await opx.run("keys", limit: 10)
    #expect(outcome.status == 78 && outcome.text.contains("f <C-p>\tfind\t"))
    #expect(outcome.errors.contains("keys.yaml:1:1: no command \"comand-0\"; did you mean \""))
    #expect(outcome.errors.contains("keys.yaml: and 89,990 more\n"))
    #expect(outcome.errors.split(separator: "\n").count == 12)
  }

  @Test("Without a file of one's own all is well")
  func standard() async throws {
    let outcome = try await OpxProcess().run("keys")
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.text.contains("f <C-p>\tfind\tFinding\t"))
  }
}
