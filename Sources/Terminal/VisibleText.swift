/// Makes visible what a terminal would obey, hide or reorder: controls, and invisible and direction characters. There is
/// one notion of them, ``isHidden(_:)``.
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
    var rest = text.unicodeScalars[...]
    var previous: Unicode.Scalar?
    while let scalar = rest.popFirst() {
      if isHidden(scalar), !isPresentation(scalar, of: previous, before: rest.first) {
        // Not append(contentsOf:), which here takes time for all that is there already.
        for symbol in replacement(for: scalar).unicodeScalars { result.append(symbol) }
      } else {
        result.append(scalar)
      }
      previous = scalar
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

  /// Whether it is obeyed, or shows nothing of its own: a control, a line's or paragraph's end, a format character, or what
  /// Unicode has ignored where it can't be shown.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // What is drawn most, worth answering without a property look-up.
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2500..<0x2C00, 0x3041..<0x3130, 0x4E00..<0xA000, 0xAC00..<0xD7A4:
      return false
    // Format characters that are seen: signs around the digits or letters behind them.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether it says, as it is meant to, how the character before it is shown: as an emoji or as text. Any other variation
  /// selector is hidden.
  static func isPresentation(
    _ scalar: Unicode.Scalar, of previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    guard scalar == "\u{FE0E}" || scalar == "\u{FE0F}", let previous else { return false }
    return switch previous.value {
    case 0..<0x80: previous.properties.isEmoji && next == "\u{20E3}"
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false  // letters of flags, and colours of skin
    default: previous.properties.isEmoji
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
