import Testing
import ViewModels

struct TextRowsTests {
  private func rows(_ bytes: [UInt8], width: Int = 10) -> [String] {
    let rows = TextRows(TextLines(bytes), width: width)
    return (0..<rows.count).map { rows[$0] }
  }

  @Test("Lines end at any line break, and at the end")
  func lineBreaks() {
    #expect(rows(Array("a\nb".utf8)) == ["a", "b"])
    #expect(rows(Array("a\nb\n".utf8)) == ["a", "b"])
    #expect(rows(Array("\r\n".utf8)) == [""])
    #expect(rows([]) == [""])
    #expect(rows([0xFF, 0x0A, 0xC3]) == ["\u{FFFD}", "\u{FFFD}"])
  }

  @Test("A long line goes on in the next row, and no character is cut in two")
  func breaking() {
    #expect(rows(Array("0123456789abcde\nx".utf8)) == ["0123456789", "abcde", "x"])
    #expect(rows(Array("åäöåäö".utf8), width: 5) == ["åäö", "åä", "ö"])
    #expect(rows(Array("a\u{1F600}b".utf8), width: 2).joined() == "a\u{1F600}b")
    #expect(rows([UInt8](repeating: 0x80, count: 9), width: 4).count == 3)
  }

  @Test("Every byte leads to the row that shows it, and every row to its first byte", arguments: [1, 3, 7, 100])
  func places(width: Int) {
    let bytes = Array("one\n\ntwo three four five\r\nsix\nseven eight nine".utf8)
    let rows = TextRows(TextLines(bytes), width: width)
    for row in 0..<rows.count { #expect(rows.row(atByte: rows.byte(ofRow: row)) == row) }
    for offset in bytes.indices {
      let row = rows.row(atByte: offset)
      #expect(rows.byte(ofRow: row) <= offset)
      #expect(row + 1 == rows.count || rows.byte(ofRow: row + 1) > offset)
    }
  }

  @Test("One endless line is as many rows as it takes")
  func endless() {
    let rows = TextRows(TextLines([UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)), width: 100)
    #expect(rows.count == 10_000)
    #expect(rows[9_999].utf8.count == 100)
  }
}
