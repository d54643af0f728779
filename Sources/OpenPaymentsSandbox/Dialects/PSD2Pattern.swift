/// The patterns that the psd2 dialect prescribes for its parameters.
enum PSD2Pattern {
  /// `^[a-zA-Z]{2,2}$`
  static func isCountryCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { isUpperCase($0 & 0xDF) && $0 < 0x80 }
  }

  /// `^[A-Z]{6,6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3,3}){0,1}$`
  static func isBIC(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 || bytes.count == 11 else { return false }
    return bytes.prefix(6).allSatisfy(isUpperCase)
      && bytes.dropFirst(6).allSatisfy { isUpperCase($0) || isDigit($0) }
      && bytes[6] != UInt8(ascii: "0") && bytes[6] != UInt8(ascii: "1") && bytes[7] != UInt8(ascii: "O")
  }

  private static func isUpperCase(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
