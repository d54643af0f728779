import JSONText

/// Where the lines of a text begin.
public struct TextLines: Sendable, Equatable {
  public let bytes: [UInt8]
  private let starts: [UInt32]

  /// - Parameter bytes: fewer than 4 GiB; what goes beyond is one last line.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [0]
    var position = 0
    let end = min(bytes.count, Int(UInt32.max)) - 1
    while let lineBreak = bytes.firstLineBreak(from: position), lineBreak < end {
      starts.append(UInt32(lineBreak + 1))
      position = lineBreak + 1
    }
    self.starts = starts
  }

  public var count: Int { starts.count }

  /// The bytes of a line, without its line break.
  public func range(_ line: Int) -> Range<Int> {
    let start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The beginning of a line, as much as could ever be scrolled to; invalid UTF-8 repaired.
  func text(ofLine line: Int) -> String { String(decoding: bytes[range(line)].prefix(4096), as: UTF8.self) }

  /// The line that holds the byte at an offset.
  public func line(atByte offset: Int) -> Int {
    var lines = starts.indices
    while lines.count > 1 {
      let middle = lines.lowerBound + lines.count / 2
      lines = Int(starts[middle]) <= offset ? middle..<lines.upperBound : lines.lowerBound..<middle
    }
    return lines.lowerBound
  }

  public static func == (left: TextLines, right: TextLines) -> Bool { left.bytes == right.bytes }
}

extension [UInt8] {
  fileprivate func firstLineBreak(from start: Int) -> Int? {
    let index = span.firstIndex(of: UInt8(ascii: "\n"), from: start)
    return index < count ? index : nil
  }
}
