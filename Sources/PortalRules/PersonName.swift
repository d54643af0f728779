/// What the portal accepts as the name of a test user.
public enum PersonName {
  /// What is wrong with a name, in one sentence; `nil` if it is good. A test user need not have one.
  public static func problem(_ text: String) -> String? {
    text.isEmpty ? nil : ApplicationName.problem(text).map { _ in "The name is too long, blank, or cannot be shown." }
  }
}
