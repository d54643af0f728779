/// A text as rows of a screen: long lines are broken after so many bytes, whatever they show as.
public struct TextRows: Sendable, Equatable {
  private let lines: TextLines
  public let width: Int
  /// How many rows there are up to the end of each line.
  private let ends: [UInt32]

  public init(_ lines: TextLines, width: Int) {
    self.lines = lines
    self.width = max(width, 1)
    var ends: [UInt32] = []
    ends.reserveCapacity(lines.count)
    var rows: UInt32 = 0
    for line in 0..<lines.count {
      rows += UInt32(max((lines.range(line).count + self.width - 1) / self.width, 1))
      ends.append(rows)
    }
    self.ends = ends
  }

  public var count: Int { Int(ends.last ?? 0) }

  /// What a row shows, invalid UTF-8 repaired. A character stands in the row where it begins.
  public subscript(row: Int) -> String {
    let (line, start) = place(ofRow: row)
    let range = lines.range(line)
    let from = characterStart(start, in: range)
    let to = characterStart(min(start + width, range.upperBound), in: range)
    return String(decoding: lines.bytes[from..<max(from, to)], as: UTF8.self)
  }

  /// Where in the text a row begins.
  public func byte(ofRow row: Int) -> Int { place(ofRow: row).start }

  /// The row that shows the byte at an offset.
  public func row(atByte offset: Int) -> Int {
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
}
