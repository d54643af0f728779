/// A scalar of several bytes while it arrives.
struct UTF8Sequence: Sendable {
  let modifiers: Key.Modifiers
  private let length: Int
  private var bytes: [UInt8]

  /// Nil for a byte that starts no such scalar.
  init?(lead: UInt8, modifiers: Key.Modifiers) {
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    self.modifiers = modifiers
    bytes = [lead]
  }

  /// False when the byte cannot continue it.
  mutating func append(_ byte: UInt8) -> Bool {
    guard (0x80...0xBF).contains(byte) else { return false }
    bytes.append(byte)
    return true
  }

  var isComplete: Bool { bytes.count == length }

  /// The scalar once it is complete; nil also for overlong forms and surrogates.
  var scalar: Unicode.Scalar? {
    isComplete ? String(validating: bytes, as: UTF8.self)?.unicodeScalars.first : nil
  }
}
