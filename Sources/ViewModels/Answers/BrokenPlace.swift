import JSONText

/// Where a body stops being JSON, and why.
public struct BrokenPlace: Sendable, Hashable {
  /// The first byte of the text that can't be there, or its length where it ends too soon.
  public let offset: Int
  /// Counted from 1, as the characters of a line are.
  public let line: Int
  public let column: Int
  /// What was expected there, in words that can be shown as they are.
  public let reason: String

  /// Counts characters from the line's start, which may be far away: not for the screen's thread.
  init(_ error: JSONSyntaxError, in text: TextLines) {
    let number = text.line(atByte: error.offset)
    let range = text.range(number)
    let before = text.bytes[range.lowerBound..<min(max(error.offset, range.lowerBound), range.upperBound)]
    offset = error.offset
    line = number + 1
    column = before.reduce(into: 1) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
    reason = error.reason.rawValue
  }

  /// `line 6002, column 14`
  public var words: String { "line \(line), column \(column)" }
}
