/// Compares one needle at place after place in time that grows with the text alone, whatever repeats itself in either:
/// the two-way way of Crochemore and Perrin.
struct NeedleMatch {
  /// Where the needle is cut: what is right of it is compared first, and tells most.
  private let cut: Int
  /// How far on the next match can begin after one in which the left of it alone differs.
  private let shift: Int

  init(_ needle: [UInt8]) {
    let (rising, falling) = (Self.greatestSuffix(of: needle, <), Self.greatestSuffix(of: needle, >))
    let (cut, period) = rising.cut > falling.cut ? rising : falling
    self.cut = cut
    let isPeriodic = cut + period <= needle.count && needle[..<cut].elementsEqual(needle[period..<period + cut])
    shift = isPeriodic ? period : max(cut, needle.count - cut) + 1
  }

  /// Where the suffix begins that comes last in an order of bytes, and its period.
  private static func greatestSuffix(
    of needle: [UInt8], _ precedes: (UInt8, UInt8) -> Bool
  ) -> (cut: Int, period: Int) {
    var (cut, start, length, period) = (0, 1, 0, 1)
    while start + length < needle.count {
      let (byte, known) = (needle[start + length], needle[cut + length])
      if precedes(byte, known) {
        start += length + 1
        length = 0
        period = start - cut
      } else if byte == known {
        length += 1
        if length == period { (start, length) = (start + period, 0) }
      } else {
        (cut, start, length, period) = (start, start + 1, 0, 1)
      }
    }
    return (cut, period)
  }

  /// - Returns: nil if the needle is there, else the first place after it where it could be.
  func nextStart(of needle: [UInt8], in bytes: Span<UInt8>, at start: Int) -> Int? {
    for offset in cut..<needle.count where bytes[start + offset] != needle[offset] { return start + offset - cut + 1 }
    for offset in 0..<cut where bytes[start + offset] != needle[offset] { return start + shift }
    return nil
  }
}
