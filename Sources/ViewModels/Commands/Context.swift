/// What has the keyboard: it decides which command a key stands for.
public enum Context: String, Sendable, Hashable, CaseIterable {
  case columns, inspector
  /// The inspector's body.
  case body
  case filter, search, query, help, profiles, copy, prompt, form, history, question, compareMenu, comparison, token

  /// Whether what is typed goes into a text.
  public var takesText: Bool { [.filter, .search, .query, .prompt, .form].contains(self) }
}
