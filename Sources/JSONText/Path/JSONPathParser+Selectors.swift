extension JSONPathParser {
  mutating func parseBrackets() throws(JSONPathError) -> [JSONPathSelector] {
    var selectors: [JSONPathSelector] = []
    position += 1
    repeat {
      skipBlanks()
      selectors.append(try parseSelector())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw error(.expectedCommaOrBracket) }
    return selectors
  }

  private mutating func parseSelector() throws(JSONPathError) -> JSONPathSelector {
    if take("*") { return .wildcard }
    if take("?") {
      return .filter(try nested { parser throws(JSONPathError) in try parser.parseCondition() })
    }
    if peek("'") || peek("\"") { return .name(try parseString(isName: true)) }
    guard peek("-") || peek(":") || hasDigit else {
      noteName(isQuoted: true, from: position, typed: "")
      throw error(.expectedSelector)
    }
    return try parseIndexOrSlice()
  }

  private mutating func parseIndexOrSlice() throws(JSONPathError) -> JSONPathSelector {
    let start = peek(":") ? nil : try parseInteger()
    let afterStart = position
    skipBlanks()
    guard take(":") else {
      position = afterStart
      return .index(start ?? 0)
    }
    var slice = JSONPathSlice(start: start, end: nil, step: 1)
    slice.end = try parseOptionalInteger()
    if take(":") { slice.step = try parseOptionalInteger() ?? 1 }
    return .slice(slice)
  }

  private mutating func parseOptionalInteger() throws(JSONPathError) -> Int? {
    skipBlanks()
    guard peek("-") || hasDigit else { return nil }
    let integer = try parseInteger()
    skipBlanks()
    return integer
  }

  private mutating func parseInteger() throws(JSONPathError) -> Int {
    let start = position
    let isNegative = take("-")
    let digits = try takeInteger()
    guard let magnitude = Int(String(decoding: digits, as: UTF8.self)), magnitude <= 1 << 53 - 1 else {
      throw error(.integerRange, at: start)
    }
    guard !isNegative || magnitude > 0 else { throw error(.negativeZero, at: start) }
    return isNegative ? -magnitude : magnitude
  }

  var hasDigit: Bool { position < bytes.count && bytes[position].digitValue != nil }

  /// Reads a whole number without its sign.
  mutating func takeInteger() throws(JSONPathError) -> ArraySlice<UInt8> {
    let digits = try takeDigits()
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      throw error(.leadingZero, at: digits.startIndex)
    }
    return digits
  }

  /// Reads at least one digit.
  mutating func takeDigits() throws(JSONPathError) -> ArraySlice<UInt8> {
    let start = position
    while hasDigit { position += 1 }
    guard position > start else { throw error(.expectedDigit) }
    return bytes[start..<position]
  }
}
