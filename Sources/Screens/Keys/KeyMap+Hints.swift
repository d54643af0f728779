import Terminal
import ViewModels

extension KeyMap {
  /// A key or two and what they do, for the footer.
  public struct Hint: Sendable, Hashable {
    public let keys: String
    public let title: String

    var width: Int { keys.count + 1 + title.count }
  }

  func makeHints(for context: Context) -> [Hint] {
    let commands: [Command] =
      switch context {
      case .columns: [.open, .back, .filter, .nextPane, .refresh, .profiles, .help, .quit]
      case .inspector:
        [.back, .nextPage, .scrollRight, .toggleExchange, .copy, .refresh, .compare, .profiles, .help, .quit]
      case .filter: [.eraseLine, .acceptFilter, .cancel]
      case .help: [.quit]
      case .profiles: [.acceptFilter, .cancel]
      case .copy: [.copyValue, .copyPath, .copyIdentifier, .copyBody, .copyURL, .cancel]
      case .prompt: [.eraseLine, .accept, .cancel]
      case .compareMenu: [.toggleMark, .startComparison, .cancel]
      case .comparison:
        [.nextDifference, .unfold, .copy, .scrollRight, .nextSide, .refresh, .compare, .help, .quit]
      }
    let moving = Hint(keys: both(.moveDown, .moveUp, context), title: "move")
    return (context == .copy || context == .prompt ? [] : [moving])
      + commands.map { command in
        let keys =
          switch command {
          case .scrollRight: both(.scrollLeft, .scrollRight, context)
          case .nextDifference: both(.nextDifference, .previousDifference, context)
          default: first(command, context)
          }
        return Hint(keys: keys, title: title(of: command, in: context))
      }
  }

  private func title(of command: Command, in context: Context) -> String {
    switch (command, context) {
    case (.quit, .help), (.quit, .comparison), (.cancel, .compareMenu): "close"
    case (.acceptFilter, .profiles): "switch"
    case (.cancel, .filter): "drop filter"
    case (.cancel, .profiles), (.cancel, .copy), (.cancel, .prompt): "close"
    case (.quit, .copy): "close"
    case (.nextPane, .columns): "inspector"
    case (.scrollRight, _): "sideways"
    default: command.title
    }
  }

  private func first(_ command: Command, _ context: Context) -> String {
    keys(for: command, in: context).first.map(\.description) ?? ""
  }

  private func both(_ one: Command, _ other: Command, _ context: Context) -> String {
    "\(first(one, context))/\(first(other, context))"
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
