/// How keys are written in a path (RFC 9535, sections 2.5.1 and 2.7).
enum JSONPathText {
  /// `.name` for a key that is an identifier, `['…']` for any other.
  static func selector(_ key: String) -> String {
    isIdentifier(key) ? "." + key : "['" + key.unicodeScalars.map(quoted).joined() + "']"
  }

  private static func isIdentifier(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first, !isDigit(first) else { return false }
    return key.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "_": true
      default: isDigit(scalar) || scalar.value >= 0xA0
      }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func quoted(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'": return "\\'"
    case "\\": return "\\\\"
    case "\u{8}": return "\\b"
    case "\t": return "\\t"
    case "\n": return "\\n"
    case "\u{C}": return "\\f"
    case "\r": return "\\r"
    case _ where scalar.isControl: return scalar.unicodeEscape
    default: return String(scalar)
    }
  }
}
