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

  @Test("nothing that Unicode has invisible passes, wherever it stands in text")
  func everyInvisible() {
    let shown: Set<UInt32> = [
      0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
    ]
    for scalar in (0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) where !shown.contains(scalar.value) {
      let properties = scalar.properties
      guard
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
          || properties.isDefaultIgnorableCodePoint
      else { continue }
      for before in ["", "a", "1", "é", "漢"] {
        let shown = VisibleText.visible("\(before)\(scalar)x")
        #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(scalar.value, radix: 16)) after \(before)")
        #expect(DisplayWidth.of("\(before)\(scalar)x") == DisplayWidth.of(shown))
      }
    }
  }

  @Test(
    "a character that fills a place and shows nothing is spelled out",
    arguments: [
      (0xAD, "<U+00AD>"), (0x34F, "<U+034F>"), (0x115F, "<U+115F>"), (0x1160, "<U+1160>"), (0x17B4, "<U+17B4>"),
      (0x17B5, "<U+17B5>"), (0x180B, "<U+180B>"), (0x180F, "<U+180F>"), (0x2065, "<U+2065>"), (0x3164, "<U+3164>"),
      (0xFE00, "<U+FE00>"), (0xFE0F, "<U+FE0F>"), (0xFFA0, "<U+FFA0>"), (0xFFF0, "<U+FFF0>"), (0xFFF8, "<U+FFF8>"),
      (0x1BCA0, "<U+1BCA0>"), (0xE0001, "<U+E0001>"), (0xE0100, "<U+E0100>"), (0xE0FFF, "<U+E0FFF>"),
    ] as [(UInt32, String)])
  func fillers(value: UInt32, shown: String) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(VisibleText.visible("SE\(scalar)B") == "SE\(shown)B")
    #expect(DisplayWidth.of("SE\(scalar)B") == 3 + shown.utf8.count)
    var grid = Grid(size: Size(width: 20, height: 1))
    grid.put("SE\(scalar)B", at: Position(x: 0, y: 0), style: .plain)
    #expect(grid.textPlane == "SE\(shown)B")
  }

  @Test("a variation selector passes where it chooses how an emoji is shown, and nowhere else")
  func variationSelectors() {
    for text in ["❤\u{FE0F}", "☔\u{FE0E}", "1\u{FE0F}\u{20E3}", "#\u{FE0E}\u{20E3}x", "a✔\u{FE0F}b"] {
      #expect(VisibleText.visible(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
    for (text, shown) in [
      ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}<U+FE0F>"), ("1\u{FE0F}2", "1<U+FE0F>2"), ("1\u{FE0F}", "1<U+FE0F>"),
      ("e\u{301}\u{FE0F}", "e\u{301}<U+FE0F>"), ("❤\u{301}\u{FE0F}", "❤\u{301}<U+FE0F>"), ("漢\u{FE00}", "漢<U+FE00>"),
      ("👍🏽\u{FE0F}", "👍🏽<U+FE0F>"), ("🇸🇪\u{FE0F}", "🇸🇪<U+FE0F>"), ("❤\u{200B}\u{FE0F}", "❤<U+200B><U+FE0F>"),
      ("❤\u{FE01}", "❤<U+FE01>"),
    ] {
      #expect(VisibleText.visible(text).unicodeScalars.elementsEqual(shown.unicodeScalars), "\(shown)")
      #expect(DisplayWidth.of(text) == DisplayWidth.of(shown))
    }
  }

  @Test("ordinary text of any script comes back as it is")
  func ordinary() {
    for text in ["", "Svenska Handelsbanken AB", "Å Ø Ä Ö", "漢字 한국어 नि", "👍🏽 🇸🇪", "e\u{301}", "\u{A0}", "٤\u{600}١"] {
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
