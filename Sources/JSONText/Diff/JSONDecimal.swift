/// The value of a JSON number, whatever its spelling: `1`, `1.0`, `10e-1` and `0.1E+1` are the same.
struct JSONDecimal: Hashable {
  private var isNegative = false
  /// The digits from the first to the last that is not zero, as far as they fit.
  private var significand = 0
  private var digitCount = 0
  private var furtherDigits: [UInt8] = []
  /// The power of ten that `0.` followed by the digits is multiplied by; 0 for zero.
  private var exponent = 0

  /// - Parameter text: a number by JSON's grammar.
  /// - Returns: nil when the exponent has more digits than could ever mean a different number.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest.removeFirst()
    }
    var isBehindPoint = false
    var zeros = 0
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest.removeFirst()
      if byte == UInt8(ascii: ".") {
        isBehindPoint = true
        continue
      }
      if !isBehindPoint, digitCount > 0 || byte != UInt8(ascii: "0") { exponent += 1 }
      if byte != UInt8(ascii: "0") {
        for _ in 0..<zeros { append(0) }
        append(byte - UInt8(ascii: "0"))
        zeros = 0
      } else if digitCount > 0 {
        zeros += 1
      } else if isBehindPoint {
        exponent -= 1
      }
    }
    guard digitCount > 0 else {
      (isNegative, exponent) = (false, 0)
      return
    }
    guard !rest.isEmpty else { return }
    guard rest.count < 18, let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
    exponent += power
  }

  private mutating func append(_ digit: UInt8) {
    digitCount += 1
    if digitCount <= 18 { significand = significand * 10 + Int(digit) } else { furtherDigits.append(digit) }
  }
}
