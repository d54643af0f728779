import JSONText
import OpenPayments
import Testing

@testable import opx

struct TableTests {
  @Test("columns are aligned by what they take on the screen")
  func aligned() {
    let table = Table(titles: ["ID", "NAME", "X"], rows: [["é", "日本", "1"], ["long", "e\u{301}", "2"]])
    #expect(String(decoding: table.aligned, as: UTF8.self) == "ID    NAME  X\né     日本  1\nlong  e\u{301}     2\n")
  }

  @Test("separated by tabs there are no titles, and no cell breaks its line or column")
  func tabSeparated() {
    let table = Table(titles: ["A", "B"], rows: [["a\tb", "c\nd"], ["\u{1B}[2J", "\u{202E}x \u{9B}"]])
    #expect(
      String(decoding: table.tabSeparated, as: UTF8.self)
        == "a␉b\tc␊d\n␛[2J\t<U+202E>x <U+9B>\n".replacing("<U+9B>", with: "<U+009B>"))
  }

  @Test("rows that are wider the second time they are made are not cut")
  func growing() {
    let table = Table(titles: ["A", "B"], rows: Growing())
    #expect(String(decoding: table.aligned, as: UTF8.self).hasSuffix("  x\n"))
  }

  /// One row that is made anew, and longer, each time.
  private final class Growing: Collection {
    private var made = 0
    let startIndex = 0
    let endIndex = 1
    func index(after index: Int) -> Int { index + 1 }
    subscript(_: Int) -> [String] {
      made += 10
      return [String(repeating: "1", count: made), "x"]
    }
  }

  @Test("nothing makes an empty table, and an empty array")
  func empty() {
    #expect(Listing.countries.table([]).tabSeparated.isEmpty)
    #expect(Listing.countries.table([]).aligned == Array("CODE  COUNTRY\n".utf8))
    #expect(Listing.countries.document([]) == Array("[]\n".utf8))
  }

  @Test("a body keeps its line breaks on a terminal, and nothing else that a terminal obeys")
  func visibleBody() {
    let body = Array("{\r\n\t\"a\": \"\u{1B}]0;x\u{7}\"}".utf8) + [0xFF]
    #expect(OutputOptions.visible(body) == Array("{␍\n␉\"a\": \"␛]0;x␇\"}\u{FFFD}\n".utf8))
  }
}
