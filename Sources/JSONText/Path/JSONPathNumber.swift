/// A number by its exact decimal value, whatever its size: `1`, `1.0` and `10e-1` are one.
enum JSONPathNumber: Sendable, Equatable {
  /// Every whole number of up to 18 digits.
  case integer(Int)
  /// Any other.
  case decimal(Decimal)

  /// `0.DIGITS` times ten to the power of `exponent`. The digits neither begin nor end with a zero.
  struct Decimal: Sendable, Equatable {
    var isNegative: Bool
    var digits: [UInt8]
    var exponent: Int
  }

  /// Reads a number that follows the grammar of JSON.
  init(_ text: some Collection<UInt8>) {
    self = Self.integer(text) ?? Self.number(text)
  }

  static func < (left: JSONPathNumber, right: JSONPathNumber) -> Bool {
    if case .integer(let left) = left, case .integer(let right) = right { return left < right }
    return left.decimal < right.decimal
  }

  private static let maximumDigits = 18

  private static func integer(_ text: some Collection<UInt8>) -> JSONPathNumber? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text[...]
    guard digits.count <= maximumDigits else { return nil }
    var value = 0
    for byte in digits {
      guard let digit = byte.digitValue else { return nil }
      value = value * 10 + digit
    }
    return .integer(isNegative ? -value : value)
  }

  private static func number(_ text: some Collection<UInt8>) -> JSONPathNumber {
    var rest = text[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    var exponent = 0
    var isFraction = false
    while let byte = rest.popFirst(), byte | 0x20 != UInt8(ascii: "e") {
      guard let digit = byte.digitValue else {
        isFraction = true
        continue
      }
      if !digits.isEmpty || digit != 0 {
        digits.append(UInt8(digit))
        if !isFraction { exponent += 1 }
      } else if isFraction {
        exponent -= 1
      }
    }
    exponent += self.exponent(rest)
    while digits.last == 0 { digits.removeLast() }
    guard !digits.isEmpty else { return .integer(0) }
    guard exponent <= maximumDigits, exponent >= digits.count else {
      return .decimal(Decimal(isNegative: isNegative, digits: digits, exponent: exponent))
    }
    let zeros = repeatElement(0 as UInt8, count: exponent - digits.count)
    let value = (digits + zeros).reduce(0) { $0 * 10 + Int($1) }
    return .integer(isNegative ? -value : value)
  }

  /// Exponents beyond ten to the 15th are all the same; no text is long enough to bring them back into reach.
  private static func exponent(_ text: some Collection<UInt8>) -> Int {
    var value = 0
    for byte in text {
      if let digit = byte.digitValue { value = min(value * 10 + digit, 1_000_000_000_000_000) }
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  private var decimal: Decimal {
    switch self {
    case .decimal(let decimal): return decimal
    case .integer(let value):
      var digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
      let exponent = value == 0 ? Int.min : digits.count
      while digits.last == 0 { digits.removeLast() }
      return Decimal(isNegative: value < 0, digits: digits, exponent: exponent)
    }
  }
}

extension JSONPathNumber.Decimal {
  static func < (left: Self, right: Self) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    guard small.exponent == large.exponent else { return small.exponent < large.exponent }
    return small.digits.lexicographicallyPrecedes(large.digits)
  }
}

extension UInt8 {
  /// What the byte is worth as an ASCII digit.
  var digitValue: Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
  }
}
