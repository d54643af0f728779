extension Span<UInt8> {
  /// The first byte at or after `start` that is this one; the count when there is none.
  public func firstIndex(of byte: UInt8, from start: Int) -> Int { firstIndex(of: byte, or: byte, from: start) }

  /// The first byte at or after `start` that is one of two; the count when there is none.
  func firstIndex(of one: UInt8, or other: UInt8, from start: Int) -> Int {
    let ones = UInt64(one) &* 0x0101_0101_0101_0101
    let others = UInt64(other) &* 0x0101_0101_0101_0101
    var position = start
    while position <= count - 8 {
      let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let marks = (word ^ ones).zeroBytes | (word ^ others).zeroBytes
      if marks != 0 { return position + marks.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count, self[position] != one, self[position] != other { position += 1 }
    return position
  }
}

extension UInt64 {
  /// The top bit of every zero byte; the lowest one set is exact.
  fileprivate var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }
}
