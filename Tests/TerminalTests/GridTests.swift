import Terminal
import TestRandomness
import Testing

@Suite struct GridTests {
  private let origin = Position(x: 0, y: 0)

  private func row(_ text: String, width: Int, overflow: Grid.Overflow = .clip) -> String {
    var grid = Grid(size: Size(width: width, height: 1))
    grid.put(text, at: origin, style: .plain, overflow: overflow)
    return grid.textPlane
  }

  @Test(
    "text is cut at the edge, never through a character",
    arguments: [
      ("abcdef", 4, "abcd", "abc…"), ("abcd", 4, "abcd", "abcd"), ("漢字漢", 5, "漢字", "漢字…"), ("漢字漢", 4, "漢字", "漢…"),
      ("a🇸🇪", 2, "a", "a…"), ("abc\u{301}d", 3, "abc\u{301}", "ab…"), ("abc\u{301}", 3, "abc\u{301}", "abc\u{301}"),
      ("aनिb", 2, "a", "a…"), ("漢", 1, "", "…"), ("ab\tcd", 3, "ab␉", "ab…"), ("x", 0, "", ""),
      ("\u{202E}evil", 8, "<U+202E>", "<U+202E…"),
    ])
  func cutting(text: String, width: Int, clipped: String, withEllipsis: String) {
    #expect(row(text, width: width) == clipped)
    #expect(row(text, width: width, overflow: .ellipsis) == withEllipsis)
  }

  @Test("put tells the columns used and keeps to maxWidth")
  func used() {
    var grid = Grid(size: Size(width: 10, height: 2))
    #expect(grid.put("漢a", at: origin, style: .plain) == 3)
    #expect(grid.put("Göteborg", at: Position(x: 1, y: 1), style: .plain, maxWidth: 4, overflow: .ellipsis) == 4)
    #expect(grid.put("abc", at: Position(x: 8, y: 0), style: .plain) == 2)
    #expect(grid.put("abc", at: origin, style: .plain, maxWidth: -1) == 0)
    #expect(grid.textPlane == "漢a     ab\n Göt…")
  }

  @Test("drawing outside is ignored")
  func outside() {
    var grid = Grid(size: Size(width: 3, height: 1))
    for position in [Position(x: -1, y: 0), Position(x: 3, y: 0), Position(x: 0, y: -1), Position(x: 0, y: 1)] {
      #expect(grid.put("abc", at: position, style: .plain) == 0)
    }
    grid.fill(Rect(x: -5, y: -5, width: 100, height: 3), with: "x", style: .plain)
    grid.restyle(Rect(x: 5, y: 0, width: 1, height: 1)) { $0.foreground = .palette(1) }
    #expect(grid == Grid(size: Size(width: 3, height: 1)))
    var empty = Grid(size: Size(width: 0, height: 5))
    #expect(empty.put("a", at: origin, style: .plain) == 0)
    empty.fill(empty.bounds, style: .plain)
    #expect(empty.changes(since: nil).isEmpty)
  }

  @Test("drawing over one half of a wide character blanks the other")
  func wideHalves() {
    var grid = Grid(size: Size(width: 6, height: 1))
    grid.put("漢字漢", at: origin, style: .plain)
    grid.put("x", at: Position(x: 1, y: 0), style: .plain)
    #expect(grid.textPlane == " x字漢")
    grid.put("y", at: Position(x: 2, y: 0), style: .plain)
    #expect(grid.textPlane == " xy 漢")
    grid.fill(Rect(x: 3, y: 0, width: 2, height: 1), with: "─", style: .plain)
    #expect(grid.textPlane == " xy──")
    grid.put("漢", at: Position(x: 5, y: 0), style: .plain)
    #expect(grid.textPlane == " xy──")
    for x in 0..<6 where grid[x, 0].isContinuation { #expect(grid[x - 1, 0].width == 2) }
  }

  @Test("whatever is drawn, wide cells stay whole and every row as wide as the grid")
  func wholeCells() {
    var random = SeededGenerator(seed: 3)
    var grid = Grid(size: Size(width: 12, height: 3))
    let pieces = ["a", "漢", "🇸🇪", "e\u{301}", "\u{301}", "नि", "\u{1B}", "👍🏽", "│", "\u{1112}\u{1161}", "\u{200D}"]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0..<9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      let position = Position(x: .random(in: -1..<13, using: &random), y: .random(in: 0..<3, using: &random))
      let used = grid.put(
        text.joined(), at: position, style: .plain, maxWidth: .random(in: 0..<14, using: &random),
        overflow: Bool.random(using: &random) ? .clip : .ellipsis)
      #expect(used <= max(0, 12 - position.x))
      for y in 0..<3 {
        for x in 0..<12 {
          #expect(!grid[x, y].isContinuation || (x > 0 && grid[x - 1, y].width == 2))
          #expect(grid[x, y].width != 2 || (x < 11 && grid[x + 1, y].isContinuation))
        }
      }
    }
  }

  @Test("restyling keeps the text")
  func restyle() {
    var grid = Grid(size: Size(width: 4, height: 2))
    grid.put("abcd", at: Position(x: 0, y: 1), style: .plain)
    grid.restyle(Rect(x: 1, y: 1, width: 2, height: 1)) { $0.attributes.insert(.reverse) }
    #expect(grid.textPlane == "\nabcd")
    #expect(grid.stylePlane == "....\n.aa.\na default on default reverse")
  }

  @Test("changes are found row by row, with wide characters whole")
  func changes() {
    var old = Grid(size: Size(width: 8, height: 3))
    old.put("ab漢cd", at: origin, style: .plain)
    #expect(old.changes(since: nil).map(\.columns) == [0..<8, 0..<8, 0..<8])
    #expect(old.changes(since: Grid(size: Size(width: 9, height: 3))).count == 3)
    #expect(old.changes(since: old).isEmpty)
    var new = old
    new.put("字", at: Position(x: 2, y: 0), style: .plain)
    new.put("x", at: Position(x: 7, y: 2), style: .plain)
    let changes = new.changes(since: old)
    #expect(changes.map(\.y) == [0, 2])
    #expect(changes.map(\.columns) == [2..<4, 7..<8])
  }

  @Test("what is drawn the fast way is what the long way draws")
  func plainText() {
    for scalar in (0x20..<0x2600).compactMap(Unicode.Scalar.init) {
      let text = "a\(scalar)b"
      // The character at the end sends it the long way.
      #expect(DisplayWidth.of(text) + 2 == DisplayWidth.of(text + "漢"), "U+\(String(scalar.value, radix: 16))")
      #expect(row(text, width: 12) == row(text + " 漢", width: 13).replacing(" 漢", with: ""))
    }
  }

  @Test("a cell has no gaps, whose bits would make equal cells look different")
  func noGaps() {
    #expect(MemoryLayout<Cell>.size == MemoryLayout<Cell>.stride)
    #expect(MemoryLayout<Style>.size == MemoryLayout<Style>.stride)
  }

  @Test("a blank looks the same in every colour on its background, unless it is underlined or turned over")
  func blanks() {
    let grid = Grid(size: Size(width: 1, height: 1), style: Style(foreground: .palette(1), background: .palette(2)))
    let blank = grid[0, 0]
    #expect(blank.looksSame(in: Style(foreground: .palette(3), background: .palette(2), attributes: .bold)))
    #expect(!blank.looksSame(in: Style(foreground: .palette(1), background: .palette(4))))
    #expect(!blank.looksSame(in: Style(background: .palette(2), attributes: .underline)))
    #expect(!blank.looksSame(in: Style(background: .palette(2), attributes: .reverse)))
  }

  @Test("a megabyte of marks is drawn as what fits")
  func pileOfMarks() {
    var grid = Grid(size: Size(width: 5, height: 1))
    let used = grid.put(
      "a" + String(repeating: "\u{301}", count: 1_000_000), at: origin, style: .plain, overflow: .ellipsis)
    #expect(used == 5)
    #expect(grid[4, 0].text == "…")
  }
}
