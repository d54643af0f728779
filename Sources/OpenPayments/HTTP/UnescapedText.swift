/// A piece of text from which escapes are taken out, layer by layer: JSON's, percent codes and HTML's. It knows where
/// in the text each byte came from.
struct UnescapedText {
  /// How many layers may lie on one another.
  static let deepest = 4
  /// The most bytes that one byte takes, two layers deep.
  static let expansion = 12

  private(set) var bytes: [UInt8]
  private var layers = 0
  /// Where each byte begins in the text, and at last where the text ends.
  private var starts: [Int]

  init(_ text: ArraySlice<UInt8>) {
    bytes = Array(text)
    starts = Array(text.startIndex...text.endIndex)
  }

  /// Where bytes from here stand in the text.
  func source(of range: Range<Int>) -> Range<Int> { starts[range.lowerBound]..<starts[range.upperBound] }

  static func isEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&")
  }

  /// Takes one layer off.
  ///
  /// - Returns: whether there was one, and not too many before it.
  mutating func unescape() -> Bool {
    guard layers < Self.deepest, let first = bytes.firstIndex(where: Self.isEscape) else { return false }
    layers += 1
    var plain = Array(bytes[..<first])
    var places = Array(starts[..<first])
    plain.reserveCapacity(bytes.count)
    places.reserveCapacity(starts.count)
    var position = first
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isEscape(byte), let (meaning, length) = escape(at: position) {
        switch meaning {
        case .byte(let byte):
          plain.append(byte)
          places.append(starts[position])
        case .scalar(let scalar):
          for byte in String(scalar).utf8 {
            plain.append(byte)
            places.append(starts[position])
          }
        }
        position += length
      } else {
        plain.append(byte)
        places.append(starts[position])
        position += 1
      }
    }
    defer { (bytes, starts) = (plain, places + [starts[starts.count - 1]]) }
    return plain.count < bytes.count
  }

  private enum Meaning {
    case byte(UInt8)
    case scalar(Unicode.Scalar)
  }

  private func escape(at position: Int) -> (Meaning, length: Int)? {
    switch bytes[position] {
    case UInt8(ascii: "%"): number(at: position + 1, digits: 2).map { (.byte(UInt8($0)), 3) }
    case UInt8(ascii: "&"): entity(at: position + 1)
    default: jsonEscape(at: position + 1)
    }
  }

  private func jsonEscape(at position: Int) -> (Meaning, length: Int)? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "u"): return unicodeEscape(at: position + 1)
    case UInt8(ascii: "x"): return number(at: position + 1, digits: 2).map { (.byte(UInt8($0)), 4) }
    case UInt8(ascii: "b"): return (.byte(0x08), 2)
    case UInt8(ascii: "f"): return (.byte(0x0C), 2)
    case UInt8(ascii: "n"): return (.byte(0x0A), 2)
    case UInt8(ascii: "r"): return (.byte(0x0D), 2)
    case UInt8(ascii: "t"): return (.byte(0x09), 2)
    case let byte where "\"\\/'".utf8.contains(byte): return (.byte(byte), 2)
    default: return nil
    }
  }

  private func unicodeEscape(at position: Int) -> (Meaning, length: Int)? {
    guard let unit = number(at: position, digits: 4) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (.scalar(scalar), 6) }
    guard unit < 0xDC00, position + 5 < bytes.count, bytes[position + 4] == UInt8(ascii: "\\"),
      bytes[position + 5] == UInt8(ascii: "u"), let low = number(at: position + 6, digits: 4),
      (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (.scalar(scalar), 12)
  }

  private static let longestName = 6
  private static let names: [(StaticString, UInt8)] = [
    ("amp", UInt8(ascii: "&")), ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")), ("quot", UInt8(ascii: "\"")),
    ("apos", UInt8(ascii: "'")), ("plus", UInt8(ascii: "+")), ("sol", UInt8(ascii: "/")),
    ("equals", UInt8(ascii: "=")),
  ]

  private func entity(at position: Int) -> (Meaning, length: Int)? {
    guard position < bytes.count else { return nil }
    guard bytes[position] == UInt8(ascii: "#") else { return namedEntity(at: position) }
    let isHex = position + 1 < bytes.count && bytes[position + 1] | 0x20 == UInt8(ascii: "x")
    let digits = bytes[(position + (isHex ? 2 : 1))...].prefix(9).prefix { $0 != UInt8(ascii: ";") }
    guard digits.count < 9, digits.endIndex < bytes.count,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (.scalar(scalar), digits.endIndex + 1 - (position - 1))
  }

  private func namedEntity(at position: Int) -> (Meaning, length: Int)? {
    var end = position
    while end < bytes.count, end - position < Self.longestName,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[end])
    {
      end += 1
    }
    guard end > position, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    let name = bytes[position..<end]
    let known = Self.names.first { $0.0.withUTF8Buffer { name.elementsEqual($0) } }
    return known.map { (.byte($0.1), name.count + 2) }
  }

  private func number(at position: Int, digits: Int) -> UInt32? {
    guard position + digits <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + digits] {
      guard let digit = byte.hexDigit else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
