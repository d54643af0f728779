/// What the portal accepts as the name of an application.
public enum ApplicationName {
  /// Characters.
  public static let maximumLength = 100

  /// What is wrong with a name, in one sentence; `nil` if it is good.
  public static func problem(_ text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) { return "Give the application a name." }
    if text.count > maximumLength || text.utf8.count > 8 * maximumLength {
      return "The name is longer than \(maximumLength) characters."
    }
    let isControl = text.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) }
    return isControl ? "The name holds a character that cannot be shown." : nil
  }
}
