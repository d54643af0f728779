/// The scalars of text as long as each takes one column by itself, is no mark, and needs no replacement: nearly all that
/// is ever drawn, and quickly walked through.
struct PlainScalars: IteratorProtocol {
  /// Whether it ended at a scalar that is not of that kind.
  private(set) var hasMetOther = false
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// Nil if the text is not kept in one piece.
  @inline(__always)
  static func of<Result>(_ text: String, _ body: (PlainScalars) -> Result) -> Result? {
    text.utf8.withContiguousStorageIfAvailable { body(PlainScalars(bytes: $0)) }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always)
  mutating func next() -> Unicode.Scalar? {
    guard !hasMetOther, index < bytes.count else { return nil }
    let first = UInt32(bytes[index])
    let (value, length) =
      switch first {
      case 0x20..<0x7F: (first, 1)
      case 0xC2...0xCB: ((first & 0x1F) << 6 | continuation(1), 2)
      case 0xE2: (0x2000 | continuation(1) << 6 | continuation(2), 3)
      default: (0, 0)
      }
    switch value {
    // Latin letters, the visible half of punctuation, lines and simple shapes.
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x2500..<0x25FD:
      index += length
      return Unicode.Scalar(value)
    default:
      hasMetOther = true
      return nil
    }
  }

  /// The bits of a byte that goes on the scalar.
  @inline(__always)
  private func continuation(_ offset: Int) -> UInt32 {
    let position = index + offset
    return position < bytes.count ? UInt32(bytes[position] & 0x3F) : 0
  }
}
