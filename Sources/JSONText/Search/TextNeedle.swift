/// Text to be found among bytes: in any case, unless it holds a capital.
///
/// Case is set aside for letters whose two forms differ in their last byte alone, which is every letter of the Latin
/// alphabets of Europe but a few; the others are found as they were typed.
package struct TextNeedle: Sendable, Hashable {
  private let lower: [UInt8]
  private let upper: [UInt8]

  /// nil for an empty text.
  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    let isExact = text.contains { $0.isUppercase }
    var lower: [UInt8] = []
    var upper: [UInt8] = []
    for scalar in text.unicodeScalars {
      let own = Array(String(scalar).utf8)
      let other = Array(scalar.properties.uppercaseMapping.utf8)
      let isFolded = !isExact && other.count == own.count && other.dropLast() == own.dropLast()
      lower += own
      upper += isFolded ? other : own
    }
    (self.lower, self.upper) = (lower, upper)
  }

  /// These very bytes; nil if there are none.
  package init?(bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    (lower, upper) = (bytes, bytes)
  }

  /// Whether it is anywhere in these bytes.
  package func isFound(in bytes: Span<UInt8>) -> Bool {
    firstIndex(in: bytes, from: 0, anchor: anchor(in: bytes)) != nil
  }

  var count: Int { lower.count }

  func matches(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    guard position >= 0, position + lower.count <= bytes.count else { return false }
    for offset in lower.indices {
      let byte = bytes[position + offset]
      if byte != lower[offset], byte != upper[offset] { return false }
    }
    return true
  }

  /// Where it is first found at or after `start`; nil if it isn't.
  func firstIndex(in bytes: Span<UInt8>, from start: Int, anchor: Int) -> Int? {
    var position = start + anchor
    while position < bytes.count {
      position = bytes.firstIndex(of: lower[anchor], or: upper[anchor], from: position)
      guard position < bytes.count else { return nil }
      if matches(bytes, at: position - anchor) { return position - anchor }
      position += 1
    }
    return nil
  }

  /// The byte of the text to look for first: the one that is rarest at the beginning of `bytes`.
  func anchor(in bytes: Span<UInt8>) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for position in 0..<min(bytes.count, 65_536) { counts[Int(bytes[position])] += 1 }
    func frequency(_ offset: Int) -> Int {
      counts[Int(lower[offset])] + (lower[offset] == upper[offset] ? 0 : counts[Int(upper[offset])])
    }
    return lower.indices.min { frequency($0) < frequency($1) } ?? 0
  }
}
