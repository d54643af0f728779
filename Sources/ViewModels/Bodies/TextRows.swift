/// A text as rows of a screen: long lines are broken where they would leave it. Lines of very long texts are broken after
/// so many bytes, whatever they show as, so that any row is found without looking at those before.
public struct TextRows: Sendable, Equatable {
  private let lines: TextLines
  public let width: Int
  /// How many rows there are up to the end of each line; empty where ``starts`` is known.
  private let ends: [UInt32]
  /// Where each row begins, and where the last one ends; empty for very long texts.
  private let starts: [UInt32]
  /// Texts of more bytes are very long.
  private static let longest = 1 << 20

  public init(_ lines: TextLines, width: Int) {
    self.lines = lines
    self.width = max(width, 1)
    guard lines.bytes.count > Self.longest else {
      (ends, starts) = ([], Self.starts(lines, width: self.width))
      return
    }
    starts = []
    var ends: [UInt32] = []
    ends.reserveCapacity(lines.count)
    var rows = 0
    for line in 0..<lines.count {
      rows += max((lines.range(line).count + self.width - 1) / self.width, 1)
      ends.append(UInt32(clamping: rows))
    }
    self.ends = ends
  }

  public var count: Int { starts.isEmpty ? Int(ends.last ?? 0) : starts.count - 1 }

  /// What a row shows, invalid UTF-8 repaired; nothing where there is no such row. A character stands in the row where it
  /// begins.
  public subscript(row: Int) -> String {
    guard (0..<count).contains(row) else { return "" }
    guard starts.isEmpty else {
      let (start, end) = (Int(starts[row]), Int(starts[row + 1]))
      let line = lines.range(lines.line(atByte: start))
      return String(decoding: lines.bytes[start..<max(start, min(end, line.upperBound))], as: UTF8.self)
    }
    let (line, start) = place(ofRow: row)
    let range = lines.range(line)
    let from = characterStart(start, in: range)
    let to = characterStart(min(start + width, range.upperBound), in: range)
    return String(decoding: lines.bytes[from..<max(from, to)], as: UTF8.self)
  }

  /// Where in the text a row begins; its end for what comes after the last row.
  public func byte(ofRow row: Int) -> Int {
    guard row < count else { return lines.bytes.count }
    return starts.isEmpty ? place(ofRow: max(row, 0)).start : Int(starts[max(row, 0)])
  }

  /// The row that shows the byte at an offset.
  public func row(atByte offset: Int) -> Int {
    guard starts.isEmpty else {
      var rows = starts.startIndex..<max(starts.endIndex - 1, 1)
      while rows.count > 1 {
        let middle = rows.lowerBound + rows.count / 2
        rows = Int(starts[middle]) <= offset ? middle..<rows.upperBound : rows.lowerBound..<middle
      }
      return rows.lowerBound
    }
    let line = lines.line(atByte: offset)
    let first = line == 0 ? 0 : Int(ends[line - 1])
    return min(first + max(offset - lines.range(line).lowerBound, 0) / width, Int(ends[line]) - 1)
  }

  private func place(ofRow row: Int) -> (line: Int, start: Int) {
    var lines = ends.startIndex..<ends.endIndex
    while lines.count > 1 {
      let middle = lines.lowerBound + lines.count / 2
      lines = Int(ends[middle - 1]) <= row ? middle..<lines.upperBound : lines.lowerBound..<middle
    }
    let line = lines.lowerBound
    let first = line == 0 ? 0 : Int(ends[line - 1])
    return (line, self.lines.range(line).lowerBound + (row - first) * width)
  }

  private func characterStart(_ offset: Int, in range: Range<Int>) -> Int {
    var offset = offset
    // Of bytes that are no UTF-8 none is the start of anything.
    for _ in 0..<3 where offset > range.lowerBound && offset < range.upperBound && lines.bytes[offset] & 0xC0 == 0x80 {
      offset += 1
    }
    return offset
  }

  private static func starts(_ lines: TextLines, width: Int) -> [UInt32] {
    var starts: [UInt32] = []
    for line in 0..<lines.count {
      let range = lines.range(line)
      starts.append(UInt32(range.lowerBound))
      var columns = 0
      var offset = range.lowerBound
      while offset < range.upperBound {
        let character = lines.bytes.character(at: offset, before: range.upperBound)
        if columns + character.columns > width, columns > 0 {
          starts.append(UInt32(offset))
          columns = 0
        }
        columns += character.columns
        offset += character.length
      }
    }
    return starts + [UInt32(lines.bytes.count)]
  }
}

extension [UInt8] {
  /// How many bytes the character at an offset has, one where they are no UTF-8, and how many columns it takes at most.
  fileprivate func character(at offset: Int, before end: Int) -> (length: Int, columns: Int) {
    let lead = self[offset]
    let length = (~lead).leadingZeroBitCount
    guard (2...4).contains(length), offset + length <= end else { return (1, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in self[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return (1, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { (length, $0.mostColumns) } ?? (1, 1)
  }
}

extension Unicode.Scalar {
  /// The columns that it takes on a screen at most, spelled out where it would be hidden: `<U+202E>`.
  fileprivate var mostColumns: Int {
    switch properties.generalCategory {
    case _ where properties.isDefaultIgnorableCodePoint: value > 0xFFFF ? 10 : 8
    case .nonspacingMark, .enclosingMark: 0
    case .control, .format, .lineSeparator, .paragraphSeparator: value > 0xFFFF ? 10 : 8
    default: value < 0x1100 ? 1 : 2
    }
  }
}
