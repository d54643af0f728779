/// Finds needles in bytes, all of them in one pass that looks at few of the bytes.
struct SecretSearch {
  /// Bytes looked at together.
  private static let block = 4
  private static let longestStride = 32

  let needles: [SecretNeedle]
  /// The lengths of the shortest and the longest.
  let shortest: Int
  let longest: Int
  /// Whether a plus may stand for a blank of theirs.
  let hasBlanks: Bool
  /// From one place looked at to the next: no needle fits between two.
  private let stride: Int
  /// Which blocks begin in some needle's first bytes: a bit for each hash.
  private var bits = [UInt64](repeating: 0, count: 1024)
  private var places: [UInt32: [Place]] = [:]
  private let matches: [NeedleMatch]

  private struct Place {
    let needle: Int
    let offset: Int
  }

  /// - Parameter needles: each at least as long as ``SecretNeedle/shortest``.
  init(_ needles: [SecretNeedle]) {
    self.needles = needles
    matches = needles.map { NeedleMatch($0.bytes) }
    longest = needles.map(\.bytes.count).max() ?? 0
    hasBlanks = needles.contains { $0.bytes.contains(UInt8(ascii: " ")) }
    shortest = needles.map(\.bytes.count).min() ?? Self.block
    stride = min(shortest, Self.longestStride) - Self.block + 1
    for (number, needle) in needles.enumerated() {
      // The one that begins first is looked for first.
      for offset in (0..<stride).reversed() {
        let word = needle.bytes[offset..<offset + Self.block].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        places[word, default: []].append(Place(needle: number, offset: offset))
        let hash = Self.hash(word)
        bits[hash >> 6] |= 1 << UInt64(hash & 63)
      }
    }
  }

  private static func hash(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> 16) }

  /// Where secrets are, in order and without overlap.
  func ranges(in bytes: Span<UInt8>) -> [Range<Int>] {
    guard !needles.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var free = [Int](repeating: 0, count: needles.count)
    var position = 0
    while position + Self.block <= bytes.count {
      let word = UInt32(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
      let hash = Self.hash(word)
      if bits[hash >> 6] & (1 << UInt64(hash & 63)) != 0, let places = places[word] {
        for place in places {
          let start = position - place.offset
          let needle = needles[place.needle]
          guard start >= free[place.needle], couldStand(needle.bytes, in: bytes, at: start) else { continue }
          if let next = matches[place.needle].nextStart(of: needle.bytes, in: bytes, at: start) {
            free[place.needle] = next
          } else {
            free[place.needle] = start + needle.bytes.count
            found.append(range(of: needle, in: bytes, at: start))
          }
        }
      }
      position += stride
    }
    return found.merged()
  }

  private func couldStand(_ needle: [UInt8], in bytes: Span<UInt8>, at start: Int) -> Bool {
    start >= 0 && start + needle.count <= bytes.count
      && bytes[start + needle.count - 1] == needle[needle.count - 1]
  }

  private func range(of needle: SecretNeedle, in bytes: Span<UInt8>, at start: Int) -> Range<Int> {
    var range = start..<start + needle.bytes.count
    guard needle.isBase64 else { return range }
    if range.lowerBound > 0, bytes[range.lowerBound - 1].isBase64 { range = range.lowerBound - 1..<range.upperBound }
    if range.upperBound < bytes.count, bytes[range.upperBound].isBase64 {
      range = range.lowerBound..<range.upperBound + 1
    }
    while range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "=") {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }
}

extension [Range<Int>] {
  /// In order, those that overlap made one.
  func merged() -> [Range<Int>] {
    guard count > 1 else { return self }
    var merged: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension [UInt8] {
  /// As a form's text is read.
  var withBlanks: [UInt8] { map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 } }
}

extension UInt8 {
  fileprivate var isBase64: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "+/-_=".utf8.contains(self)
    }
  }
}
