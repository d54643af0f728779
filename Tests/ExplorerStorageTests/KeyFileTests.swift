import Testing

@testable import ExplorerStorage

@Suite("The file of keys")
struct KeyFileTests {
  @Test("A key or a list of keys for each command, with the place for messages")
  func entries() {
    let (entries, problems) = KeyFile.parse("# mine\nfind: [f, <C-p>]\nhistory: \"h\"\nquit: 1\n", path: "k")
    #expect(
      entries == [
        KeyEntry(command: "find", keys: ["f", "<C-p>"], place: "k:2:1"),
        KeyEntry(command: "history", keys: ["h"], place: "k:3:1"),
        KeyEntry(command: "quit", keys: ["1"], place: "k:4:1"),
      ])
    #expect(problems.isEmpty)
    #expect(
      KeyFile.read("/nonexistent/keys.yaml").entries.isEmpty && KeyFile.read("/nonexistent/keys.yaml").problems.isEmpty)
  }

  @Test(
    "What is wrong doesn't keep the others from being read",
    arguments: [
      ("find: {a: b}\nquit: Q", "k:1:1: find must be a key or a list of keys", 1),
      ("- a", "k:1:1: expected a mapping", 0),
      ("find: [", "k:", 0), ("find: []", "k:1:1: find must be", 0),
    ])
  func problems(text: String, words: String, count: Int) {
    let (entries, problems) = KeyFile.parse(text, path: "k")
    #expect(entries.count == count && problems.first?.description.hasPrefix(words) == true)
  }
}
