import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "a text takes the columns that a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("Göteborg", 8), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("☕", 2), ("🫠", 2), ("👍🏽", 2), ("❤\u{FE0F}", 1), ("🇸🇪", 2), ("🇸", 1),
      ("1\u{FE0F}\u{20E3}", 1), ("नि", 2), ("│┌─", 3), ("…", 1), ("\u{1FABF}", 2), ("€ – “”", 6), ("สำ", 2),
    ])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("hidden characters take the width of what is shown for them")
  func hidden() {
    #expect(DisplayWidth.of("a\tb") == 3)
    #expect(DisplayWidth.of("\u{202E}") == "<U+202E>".count)
    #expect(DisplayWidth.of("👨\u{200D}👩") == 2 + "<U+200D>".count + 2)
  }

  @Test("a mark without a base stands on a dotted circle, and a pile of marks gets no free ride")
  func loneMarks() {
    #expect(DisplayWidth.of("\u{301}") == 1)
    #expect(DisplayWidth.of("a" + String(repeating: "\u{301}", count: 10)) == 1)
    #expect(DisplayWidth.of(String(repeating: "\u{301}", count: 1000)) > 20)
  }
}
