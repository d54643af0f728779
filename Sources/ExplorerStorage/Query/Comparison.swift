import OpenPayments

/// How a quantity is compared in a query: `>200ms`, `<=1MB`. Without a sign the quantity is the least that passes.
struct Comparison: Sendable, Hashable {
  enum Sign: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
  }

  let sign: Sign
  let quantity: Int

  /// - Parameter units: what one of each unit amounts to, by name in lower case.
  init?(_ text: String, units: [String: Double]) {
    var rest = Substring(text)
    let sign = Sign.allCases.first { rest.hasPrefix($0.rawValue) }
    if let sign { rest = rest.dropFirst(sign.rawValue.count) }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = rest.dropFirst(digits.count).lowercased()
    guard let number = Double(digits), let factor = units[unit], number * factor < 1e18 else { return nil }
    self.sign = sign ?? .atLeast
    quantity = Int(clamping: number * factor)
  }

  static let nanoseconds = ["us": 1e3, "µs": 1e3, "ms": 1e6, "s": 1e9, "min": 60e9]
  static let bytes = [
    "": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824,
  ]
  static let seconds = ["s": 1.0, "m": 60, "min": 60, "h": 3600, "d": 86_400, "w": 604_800]
}
