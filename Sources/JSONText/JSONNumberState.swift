/// How far the grammar of a number (RFC 8259, section 6) has been read.
enum JSONNumberState: Sendable {
  case minus, zero, integer, point, fraction, exponent, exponentSign, exponentDigits

  init?(first byte: UInt8) {
    switch byte {
    case UInt8(ascii: "-"): self = .minus
    case UInt8(ascii: "0"): self = .zero
    case UInt8(ascii: "1")...UInt8(ascii: "9"): self = .integer
    default: return nil
    }
  }

  /// Whether the number may end here.
  var isComplete: Bool {
    switch self {
    case .zero, .integer, .fraction, .exponentDigits: true
    case .minus, .point, .exponent, .exponentSign: false
    }
  }

  /// The state after one more byte; nil when the byte cannot continue the number.
  func after(_ byte: UInt8) -> JSONNumberState? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      switch self {
      case .minus: byte == UInt8(ascii: "0") ? .zero : .integer
      case .zero: nil
      case .integer: .integer
      case .point, .fraction: .fraction
      case .exponent, .exponentSign, .exponentDigits: .exponentDigits
      }
    case UInt8(ascii: "."): self == .zero || self == .integer ? .point : nil
    case UInt8(ascii: "e"), UInt8(ascii: "E"): isComplete && self != .exponentDigits ? .exponent : nil
    case UInt8(ascii: "+"), UInt8(ascii: "-"): self == .exponent ? .exponentSign : nil
    default: nil
    }
  }
}
