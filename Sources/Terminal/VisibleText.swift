/// Makes visible what a terminal would obey, hide or reorder: controls, and invisible and direction characters.
///
/// Text from a server reaches no screen, table or error message without it.
public enum VisibleText {
  /// The text with each such character replaced by a symbol (`␛`) or its number (`<U+202E>`).
  ///
  /// Text that needs nothing comes back as it is, so applying it twice changes nothing more.
  public static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) || !text.unicodeScalars.contains(where: isHidden) {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        // Not append(contentsOf:), which here takes time for all that is there already.
        for symbol in replacement(for: scalar).unicodeScalars { result.append(symbol) }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same in ASCII alone, each character by the one that comes nearest.
  public static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for cluster in ClusterSequence(text) { result += cluster.glyph.ascii.text }
    return result
  }

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case 0x00..<0x20, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  private static func replacement(for scalar: Unicode.Scalar) -> String {
    if let symbol = controlPicture(for: scalar) { return String(Character(symbol)) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// The symbol of a C0 control or DEL.
  private static func controlPicture(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    default: nil
    }
  }
}
