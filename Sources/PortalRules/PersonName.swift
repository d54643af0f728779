/// What the portal accepts as the name of a test user.
public enum PersonName {
  /// What is wrong with a name, in one sentence; `nil` if it is good. A test user need not have one.
  public static func problem(_ text: String) -> String? {
    if text.isEmpty { return nil }
    return text.allSatisfy(\.isWhitespace) ? "The name is blank." : ApplicationName.problem(text)
  }
}
