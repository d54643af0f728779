import Terminal
import Testing

@Suite struct VisibleTextTests {
  @Test("controls become symbols, so nothing is obeyed")
  func controls() {
    #expect(VisibleText.visible("a\u{1B}[2Jb") == "a␛[2Jb")
    #expect(VisibleText.visible("a\tb\nc\r\nd\0\u{7F}") == "a␉b␊c␍␊d␀␡")
    #expect(VisibleText.visible("\u{9B}31m") == "<U+009B>31m")
  }

  @Test("every character of the listed ranges is replaced by plain printable text")
  func ranges() {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF...0xFEFF, 0xE0000...0xE007F,
    ]
    for value in ranges.joined() {
      let text = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
      let shown = VisibleText.visible("x" + text + "x")
      #expect(shown.hasPrefix("x") && shown.hasSuffix("x") && !shown.unicodeScalars.contains { $0.value == value })
      #expect(
        shown.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) || (0x2400...0x2421).contains($0.value) })
    }
  }

  @Test("ordinary text of any script comes back as it is")
  func ordinary() {
    for text in ["", "Svenska Handelsbanken AB", "Å Ø Ä Ö", "漢字 한국어 नि", "👍🏽 🇸🇪", "e\u{301}", "\u{A0}"] {
      #expect(VisibleText.visible(text) == text)
      #expect(Array(VisibleText.visible(text).utf8) == Array(text.utf8))
    }
  }

  @Test("applying it twice changes nothing more")
  func idempotent() {
    let hostile = String(String.UnicodeScalarView((0...0x3000).compactMap { Unicode.Scalar(UInt32($0)) }))
    let once = VisibleText.visible(hostile)
    #expect(once != hostile)
    #expect(VisibleText.visible(once) == once)
  }
}
