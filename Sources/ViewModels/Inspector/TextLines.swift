/// Bytes that are no JSON, as lines; each is read only when it is shown.
public struct TextLines: Sendable, RandomAccessCollection {
  /// How much of one line is read; more would never fit on a screen.
  private static let limit = 4096
  private let bytes: [UInt8]
  private let starts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") && position + 1 < bytes.count {
      starts.append(position + 1)
    }
    self.starts = starts
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { starts.count }

  public subscript(line: Int) -> String {
    let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    var slice = bytes[starts[line]..<end]
    if slice.last == UInt8(ascii: "\n") { slice.removeLast() }
    if slice.last == UInt8(ascii: "\r") { slice.removeLast() }
    return String(decoding: slice.prefix(Self.limit), as: UTF8.self)
  }
}
