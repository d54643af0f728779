import ExplorerStorage
import Testing

struct SpellingTests {
  private static let names = ["countries", "cities", "list", "show", "help", "version", "verbose", "Göteborg"]

  @Test("the nearest name is the same whatever the order of the names")
  func nearest() {
    for _ in 0..<20 {
      #expect(Spelling.nearest(to: "rxd", among: ["red", "rad", "rid"].shuffled()) == "rad")
      #expect(Spelling.nearest(to: "contries", among: Self.names.shuffled()) == "countries")
    }
    #expect(Spelling.nearest(to: "x", among: [String]()) == "x")
  }

  @Test(
    "a slip or an abbreviation is near, the nearest first; another word is not",
    arguments: [
      ("lst", ["list"]), ("ls", ["list"]), ("shwo", ["show"]), ("hlep", ["help"]), ("countires", ["countries"]),
      ("city", ["cities"]), ("vers", ["version", "verbose"]), ("goteborg", ["Göteborg"]), ("GOTHENBURG", ["Göteborg"]),
      ("xyzzy", []), ("", []), ("l", []), ("404", []), ("malmo", []),
    ])
  func near(text: String, expected: [String]) {
    for _ in 0..<5 { #expect(Spelling.near(text, among: Self.names.shuffled()) == expected) }
  }

  @Test("however long names and texts are, it takes no time")
  func long() {
    let text = String(repeating: "a", count: 100_000)
    #expect(Spelling.nearest(to: text, among: [text + "b", "c"]) == text + "b")
  }
}
