/// As much of a long text as could ever be scrolled to: its beginning or, of two that begin alike for longer than that, the
/// part where they come to differ. An ellipsis stands where something is left out.
struct Excerpt {
  static let limit = 8192
  /// So many bytes before the first difference are shown.
  private static let lead = 200

  private let start: Int

  /// - Parameters:
  ///   - left: a text; nil if there is only the other one.
  ///   - right: the text in its place.
  init(_ left: ArraySlice<UInt8>?, _ right: ArraySlice<UInt8>?) {
    guard let left, let right, max(left.count, right.count) > Self.limit else {
      start = 0
      return
    }
    let difference = left.withUnsafeBytes { left in right.withUnsafeBytes { Self.firstDifference(left, $0) } }
    start = difference > Self.limit / 2 ? difference - Self.lead : 0
  }

  /// Invalid UTF-8 repaired.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    let first = Self.boundary(bytes, bytes.startIndex + min(start, bytes.count))
    let end = Self.boundary(bytes, min(first + Self.limit, bytes.endIndex))
    let text = String(decoding: bytes[first..<end], as: UTF8.self)
    return (first > bytes.startIndex ? "…" : "") + text + (end < bytes.endIndex ? "…" : "")
  }

  /// The beginning of the character there; text that is not UTF-8 may go on with continuation bytes for ever.
  private static func boundary(_ bytes: ArraySlice<UInt8>, _ position: Int) -> Int {
    var start = position
    for _ in 0..<3 where start > bytes.startIndex && start < bytes.endIndex && bytes[start] & 0xC0 == 0x80 {
      start -= 1
    }
    return start
  }

  private static func firstDifference(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let count = min(left.count, right.count)
    var position = 0
    while position + 8 <= count,
      left.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        == right.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    {
      position += 8
    }
    while position < count, left[position] == right[position] { position += 1 }
    return position
  }
}
