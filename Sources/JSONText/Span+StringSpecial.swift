extension Span<UInt8> {
  /// The first byte at or after `start` that plain text inside a JSON string cannot be: a quote, a backslash or a
  /// control character. The count when there is none.
  func firstIndexOfStringSpecial(from start: Int) -> Int {
    var position = start
    while position <= count - 8 {
      let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      // In each mask the lowest marked byte is exact: a borrow can only disturb bytes above it.
      let marks =
        word.marks(bytesBelow: 0x20) | (word ^ 0x2222_2222_2222_2222).marks(bytesBelow: 1)
        | (word ^ 0x5C5C_5C5C_5C5C_5C5C).marks(bytesBelow: 1)
      if marks != 0 { return position + marks.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count {
      let byte = self[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return position }
      position += 1
    }
    return position
  }
}

extension UInt64 {
  /// The top bit of every byte smaller than `limit`, which is at most 128.
  fileprivate func marks(bytesBelow limit: UInt64) -> UInt64 {
    (self &- 0x0101_0101_0101_0101 &* limit) & ~self & 0x8080_8080_8080_8080
  }
}
