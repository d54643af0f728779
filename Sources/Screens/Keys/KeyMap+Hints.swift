import Terminal
public import ViewModels

extension KeyMap {
  /// A key or two and what they do, for the footer.
  public struct Hint: Sendable, Hashable {
    public let keys: String
    public let title: String
    /// What a click on it does; nil for moving.
    var command: Command?

    var width: Int { DisplayWidth.of(keys) + 1 + DisplayWidth.of(title) }
  }

  /// The handful that matters here, most important first; the last two always fit.
  public func hints(for context: Context) -> [Hint] {
    context.hints.map { command, hint in
      let named = hint.keys.isEmpty ? [command] : hint.keys
      let keys = named.map { firstKey(for: $0, in: context)?.description ?? "" }.joined(separator: "/")
      return Hint(keys: keys, title: hint.title ?? command.title, command: hint.isMoving ? nil : command)
    }
  }

  /// The key table as the README has it.
  public var markdown: String {
    var lines = ["| Keys | What they do |", "| --- | --- |"]
    for group in Command.Group.allCases {
      lines.append("| **\(group.rawValue)** | |")
      for command in Command.allCases where command.group == group {
        let keys = keys(for: command).map { "`\($0)`" }.joined(separator: " ")
        lines.append("| \(keys) | \(command.help) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
