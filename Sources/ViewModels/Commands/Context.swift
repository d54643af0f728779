/// What has the keyboard: it decides which command a key stands for.
public enum Context: String, Sendable, Hashable, CaseIterable {
  case columns, inspector
  /// The inspector's body.
  case body
  case filter, search, help, profiles, copy, prompt

  /// Whether printable keys are text.
  public var isTyping: Bool {
    switch self {
    case .filter, .search, .prompt: true
    case .columns, .inspector, .body, .help, .profiles, .copy: false
    }
  }
}
