/// What the bytes between the quotes of a well-formed JSON string mean.
enum JSONString {
  static func decode(_ content: ArraySlice<UInt8>) -> String {
    content.contains(UInt8(ascii: "\\"))
      ? String(decoding: resolvingEscapes(content, repairing: true), as: UTF8.self)
      : String(decoding: content, as: UTF8.self)
  }

  /// The same as bytes with nothing repaired, so that what differs in anything but its escapes stays different: half of a
  /// surrogate pair as the three bytes that its number would have.
  static func unrepaired(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    content.contains(UInt8(ascii: "\\")) ? resolvingEscapes(content, repairing: false)[...] : content
  }

  /// Whether the bytes mean this text, as far as that shows without decoding them; nil otherwise.
  static func isEqual(_ content: Span<UInt8>, _ text: String) -> Bool? {
    var other = text.utf8.makeIterator()
    for position in content.indices {
      let byte = content[position]
      if byte == UInt8(ascii: "\\") { return nil }
      let expected = other.next()
      // Between two characters of the text the bytes so far are sound, and a plain character stands for itself. Anything
      // else may be repaired to what the text has there.
      if byte != expected { return byte < 0x80 && !isContinuation(expected) ? false : nil }
    }
    let expected = other.next()
    return isContinuation(expected) ? nil : expected == nil
  }

  private static func isContinuation(_ byte: UInt8?) -> Bool { byte.map { $0 & 0xC0 == 0x80 } ?? false }

  /// - Parameter repairing: whether half of a surrogate pair becomes U+FFFD.
  private static func resolvingEscapes(_ content: ArraySlice<UInt8>, repairing: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var rest = content
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"): append(takeCodePoint(&rest), to: &result, repairing)
      default: result.append(escape)
      }
    }
    return result
  }

  private static func append(_ codePoint: UInt32, to result: inout [UInt8], _ repairing: Bool) {
    if let scalar = Unicode.Scalar(codePoint) ?? (repairing ? "\u{FFFD}" : nil) {
      result.append(contentsOf: String(scalar).utf8)
    } else {
      result += [0xE0 | UInt8(codePoint >> 12), 0x80 | UInt8(codePoint >> 6 & 0x3F), 0x80 | UInt8(codePoint & 0x3F)]
    }
  }

  /// Reads four hexadecimal digits and, after a leading surrogate, the escape of the trailing one.
  private static func takeCodePoint(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
    let unit = takeHexDigits(&rest)
    if UTF16.isLeadSurrogate(unit), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      var ahead = rest.dropFirst(2)
      let trail = takeHexDigits(&ahead)
      if UTF16.isTrailSurrogate(trail) {
        rest = ahead
        return UTF16.decode(UTF16.EncodedScalar([unit, trail])).value
      }
    }
    return UInt32(unit)
  }

  private static func takeHexDigits(_ rest: inout ArraySlice<UInt8>) -> UInt16 {
    var unit: UInt16 = 0
    for byte in rest.prefix(4) { unit = unit << 4 | UInt16(byte.hexDigitValue ?? 0) }
    rest = rest.dropFirst(4)
    return unit
  }
}

extension UInt8 {
  /// What the byte is worth as an ASCII hexadecimal digit.
  var hexDigitValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
