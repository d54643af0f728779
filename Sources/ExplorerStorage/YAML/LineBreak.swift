/// Where the lines of a YAML text end: at LF, CR, CRLF, U+0085, U+2028 and U+2029, as libyaml counts them.
enum LineBreak {
  /// How many bytes the break has that begins here; 0 if none does.
  static func length<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at place: Int) -> Int
  where Bytes.Index == Int {
    func byte(_ distance: Int) -> UInt8? { place + distance < bytes.endIndex ? bytes[place + distance] : nil }
    switch byte(0) {
    case 0x0A: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes the break has that ends here; 0 if none does.
  static func length(in bytes: [UInt8], before place: Int) -> Int {
    // The longest first: the end of a CRLF is a break by itself, too.
    for length in [3, 2, 1] where length <= place && self.length(in: bytes, at: place - length) == length {
      return length
    }
    return 0
  }

  /// Where the line begins that this place is in.
  static func lineStart(in bytes: [UInt8], of place: Int) -> Int {
    var start = place
    while start > 0, !isLineStart(in: bytes, start) { start -= 1 }
    return start
  }

  /// The end of the line that this place is in, behind its break.
  static func lineEnd(in bytes: [UInt8], of place: Int) -> Int {
    var end = place
    while end < bytes.count {
      let length = length(in: bytes, at: end)
      if length > 0 { return end + length }
      end += 1
    }
    return end
  }

  static func isLineStart(in bytes: [UInt8], _ place: Int) -> Bool {
    guard place > 0 else { return true }
    // Not between the halves of a CRLF.
    let isHalf = place < bytes.count && bytes[place - 1] == 0x0D && bytes[place] == 0x0A
    return !isHalf && length(in: bytes, before: place) > 0
  }

  /// The break that most lines end with; LF where there is none.
  static func prevailing(in bytes: [UInt8]) -> [UInt8] {
    var counts: [[UInt8]: Int] = [:]
    var place = 0
    while place < bytes.count {
      let length = length(in: bytes, at: place)
      if length > 0 { counts[Array(bytes[place..<place + length]), default: 0] += 1 }
      place += max(length, 1)
    }
    return counts.max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }?.key ?? [0x0A]
  }
}
