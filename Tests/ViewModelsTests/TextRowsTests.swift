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
    #expect(rows(Array("åäöåäö".utf8), width: 5) == ["åäöåä", "ö"])
    #expect(rows(Array("a\u{1F600}b".utf8), width: 2) == ["a", "\u{1F600}", "b"])
    #expect(rows(Array("e\u{301}e\u{301}e".utf8), width: 2) == ["e\u{301}e\u{301}", "e"])
    #expect(rows([UInt8](repeating: 0x80, count: 9), width: 4).count == 3)
  }

  @Test("What has to be spelled out takes the room that this needs")
  func hidden() {
    #expect(rows(Array("ab\u{202E}cdefgh\u{9B}".utf8), width: 10) == ["ab\u{202E}", "cdefgh", "\u{9B}"])
    #expect(rows([0x61, 0xF0, 0x9F, 0x62], width: 2) == ["a\u{FFFD}", "\u{FFFD}b"])
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

  @Test("A very long text is broken after so many bytes, and every byte is found")
  func veryLong() {
    let text = String(repeating: "åäö, ", count: 200_000) + "\nend"
    let rows = TextRows(TextLines(Array(text.utf8)), width: 80)
    #expect((0..<rows.count).map { rows[$0] }.joined() == text.replacing("\n", with: ""))
    for row in [0, 1, 17, rows.count - 2, rows.count - 1] { #expect(rows.row(atByte: rows.byte(ofRow: row)) == row) }
  }

  @Test("Outside of a text there is nothing to show", arguments: [0, 1, 30, 2_000_000])
  func outside(count: Int) {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count)
    let rows = TextRows(TextLines(bytes), width: 10)
    let hex = HexRows(bytes, width: 80)
    for row in [Int.min, -1, rows.count, rows.count + 1, .max] {
      #expect(rows[row].isEmpty)
      #expect(rows.byte(ofRow: row) == (row < 0 ? 0 : count))
    }
    for row in [Int.min, -1, hex.count, hex.count + 1, .max] { #expect(hex.byte(ofRow: row) == (row < 0 ? 0 : count)) }
    for offset in [Int.min, -1, count, .max] {
      #expect((0..<max(rows.count, 1)).contains(rows.row(atByte: offset)))
      #expect((0..<max(hex.count, 1)).contains(hex.row(atByte: offset)))
    }
  }

  @Test("One endless line is as many rows as it takes")
  func endless() {
    for count in [1_000_000, 2_000_000] {
      let rows = TextRows(TextLines([UInt8](repeating: UInt8(ascii: "x"), count: count)), width: 100)
      #expect(rows.count == count / 100)
      #expect(rows[count / 100 - 1].utf8.count == 100)
    }
  }
}
