import Testing
import ViewModels

@testable import Screens

struct PlainWordTests {
  @Test(
    "A line is a number, a word, or what could follow the colon",
    arguments: [
      ("3", .choice(3)), ("b", .back), ("Back", .back), ("find two words", .find("two words")), ("find", .find("")),
      ("filter", .filter("")), ("body", .page(.body)), ("Headers", .page(.headers)), ("?", .help), ("r", .again),
      ("get /a b", .line("get /a b")), ("se/stockholm", .line("se/stockholm")), ("copy-curl", .line("copy-curl")),
      ("-1", .choice(-1)), ("99999999999999999999", .line("99999999999999999999")), ("q", .quit), ("more", .more),
      ("y", .yes), ("mark a", .mark("a")), ("mark", .marks), ("marks", .marks), ("no", .no), ("l", .list),
    ] as [(String, PlainWord)])
  func words(line: String, word: PlainWord) { #expect(PlainWord(line) == word) }

  @Test("An empty line is nothing", arguments: ["", "   "])
  func empty(line: String) { #expect(PlainWord(line) == nil) }
}
