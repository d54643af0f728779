public import ExplorerStorage

extension SecretSource {
  /// Where the secret comes from, for people; never the secret.
  public var words: String {
    switch self {
    case .given: "this run's environment or input"
    case .file(let path): "file \(path)"
    case .variable(let name): "variable \(name)"
    case .command(let words): "command \(CommandWords.join(words))"
    }
  }

  /// In a word or two.
  public var kind: String {
    switch self {
    case .given: "this run"
    case .file: "file"
    case .variable: "variable"
    case .command: "command"
    }
  }

  /// What could be better about it; nil if nothing could.
  public var nag: Sentence? {
    guard case .file = self else { return nil }
    return
      "The secret lies in plain text. A keyring keeps it better: secret-tool lookup service opx (\(key: .editProfile) edits)."
  }
}
