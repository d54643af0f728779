/// Single values as YAML.
enum YAMLText {
  /// The text as it is where that reads back the same, else in double quotes.
  static func quoted(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/") } == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " /._-+=@".contains($0)) } && text.last != " "
    guard !isPlain || ["null", "Null", "NULL"].contains(text) else { return text }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x22, 0x5C: return "\\\(scalar)"
    case 0x0A: return "\\n"
    case 0x09: return "\\t"
    case ..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
