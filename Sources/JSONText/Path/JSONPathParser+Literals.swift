extension JSONPathParser {
  /// Reads a text in single or double quotes.
  ///
  /// - Parameter isName: whether it is the name of a member.
  mutating func parseString(isName: Bool) throws(JSONPathError) -> String {
    let start = position
    let quote = bytes[position]
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case quote:
        position += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content.append(contentsOf: try parseEscape(quote: quote))
      case ..<0x20: throw error(.controlCharacter)
      default:
        content.append(byte)
        position += 1
      }
    }
    if isName { noteName(isQuoted: true, from: start, typed: String(decoding: content, as: UTF8.self)) }
    throw error(.expectedQuote)
  }

  private mutating func parseEscape(quote: UInt8) throws(JSONPathError) -> [UInt8] {
    let start = position
    position += 1
    guard position < bytes.count else { throw error(.expectedQuote) }
    let escape = bytes[position]
    position += 1
    switch escape {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), quote: return [escape]
    case UInt8(ascii: "u"): return Array(String(try parseHexEscape(from: start)).utf8)
    default: throw error(.unknownEscape, at: start)
    }
  }

  /// Reads what follows `\u`: four digits and, after the first half of a surrogate pair, the escape of the second.
  private mutating func parseHexEscape(from start: Int) throws(JSONPathError) -> Unicode.Scalar {
    let unit = try takeHexDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), take("\\u") else { throw error(.loneSurrogate, at: start) }
    let trail = try takeHexDigits()
    guard UTF16.isTrailSurrogate(trail) else { throw error(.loneSurrogate, at: start) }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private mutating func takeHexDigits() throws(JSONPathError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = bytes[position].hexDigitValue else { throw error(.expectedHexDigit) }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  mutating func parseNumber() throws(JSONPathError) -> JSONPathNumber {
    let start = position
    _ = take("-")
    _ = try takeInteger()
    if take(".") { _ = try takeDigits() }
    if take("e") || take("E") {
      if !take("-") { _ = take("+") }
      _ = try takeDigits()
    }
    return JSONPathNumber(bytes[start..<position])
  }
}
