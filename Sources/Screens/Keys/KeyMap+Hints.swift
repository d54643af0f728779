import Terminal
public import ViewModels

extension KeyMap {
  /// A key or two and what they do, for the footer.
  public struct Hint: Sendable, Hashable {
    public let keys: String
    public let title: String
    /// The first of them; nil for moving.
    var command: Command?

    var width: Int { DisplayWidth.of(keys) + 1 + DisplayWidth.of(title) }
  }

  /// The handful that matters here, most important first; the last two always fit.
  public func hints(for context: Context) -> [Hint] {
    let commands: [Command] =
      switch context {
      case .columns: [.open, .back, .find, .filter, .nextPane, .refresh, .history, .profiles, .token, .help, .quit]
      case .inspector:
        [.back, .nextPage, .scrollRight, .toggleExchange, .copy, .edit, .compare, .refresh, .profiles, .help, .quit]
      case .body:
        [
          .back, .goToError, .toggleFold, .search, .query, .turnForm, .nextPage, .copy, .edit, .compare, .zoom, .help,
          .quit,
        ]
      case .query: [.complete, .acceptFilter, .cancel]
      case .search: [.acceptFilter, .cancel]
      case .filter: [.eraseLine, .acceptFilter, .cancel]
      case .help: [.runCommand, .cancel]
      case .profiles:
        [
          .testProfile, .addProfile, .editProfile, .duplicateProfile, .deleteProfile, .toggleMark, .filter,
          .forgetToken, .acceptFilter, .cancel,
        ]
      case .profileFilter: [.eraseLine, .acceptFilter, .cancel]
      case .profileTest: [.openTestedCall, .testProfile, .cancel]
      case .entry: [.nextField, .reveal, .save, .cancel]
      case .copy:
        [
          .copyValue, .copyKey, .copyPath, .copyDifference, .copyIdentifier, .copyAddress, .copyBody, .copyURL,
          .copyCurl, .cancel,
        ]
      case .prompt: [.eraseLine, .complete, .accept, .cancel]
      case .form: [.nextField, .addLine, .deleteLine, .send, .cancel]
      case .history: [.open, .filter, .mark, .compare, .saveRun, .deleteExchanges, .refresh, .help, .quit]
      case .compareMenu: [.toggleMark, .startComparison, .cancel]
      case .comparison:
        [.nextDifference, .toggleEqual, .copy, .scrollRight, .nextSide, .refresh, .compare, .help, .quit]
      case .question: [.confirm, .cancel]
      case .guide:
        [
          .open, .back, .denySignIn, .tokenExchange, .deleteGuideItem, .copyGuideItem, .refresh, .profiles, .help,
          .quit,
        ]
      case .newApplication: [.copyIdentifier, .copySecret, .save, .cancel]
      case .code: [.copyGuideItem, .cancel]
      case .finder: [.readDirectory, .jump, .cancel]
      case .marks: [.cancel]
      case .themes: [.useTheme, .cancel]
      case .token: [.checkSignature, .renewToken, .tokenExchange, .copyClaims, .forgetToken, .help, .quit]
      }
    let moving =
      context == .search
      ? Hint(keys: both(.nextHit, .previousHit, context), title: "hits")
      : Hint(keys: both(.moveDown, .moveUp, context), title: "move")
    return
      ([.copy, .prompt, .question, .query, .profileTest, .newApplication, .code, .marks].contains(context)
      ? [] : [moving])
      + commands.map { command in
        let keys =
          switch command {
          case .scrollRight: both(.scrollLeft, .scrollRight, context)
          case .nextDifference: both(.nextDifference, .previousDifference, context)
          default: first(command, context)
          }
        return Hint(keys: keys, title: title(of: command, in: context), command: command)
      }
  }

  private func title(of command: Command, in context: Context) -> String {
    switch (command, context) {
    case (.cancel, .finder), (.cancel, .marks): "close"
    case (.cancel, .themes): "as before"
    case (.cancel, .help), (.quit, .comparison), (.quit, .token), (.quit, .guide), (.cancel, .compareMenu),
      (.cancel, .code), (.cancel, .newApplication):
      "close"
    case (.save, .newApplication): "save"
    case (.deleteGuideItem, .guide): "delete"
    case (.copyGuideItem, _): "copy"
    case (.copyIdentifier, .newApplication): "copy id"
    case (.tokenExchange, .guide): "inspect the call"
    case (.open, .guide): "go on"
    case (.save, .entry): "done"
    case (.acceptFilter, .profiles), (.acceptFilter, .profileFilter): "switch"
    case (.toggleMark, .profiles): "mark"
    case (.editProfile, .profiles): "edit"
    case (.deleteProfile, .profiles): "delete"
    case (.testProfile, .profileTest): "again"
    case (.cancel, .profileTest): "close"
    case (.cancel, .profileFilter): "drop filter"
    case (.cancel, .entry): "leave"
    case (.acceptFilter, .query): "keep path"
    case (.cancel, .query): "show all"
    case (.acceptFilter, .search): "keep search"
    case (.cancel, .search): "drop search"
    case (.quit, .history): "close"
    case (.cancel, .filter): "drop filter"
    case (.cancel, .profiles), (.cancel, .copy), (.cancel, .prompt): "close"
    case (.cancel, .form): "leave"
    case (.cancel, .question): "no"
    case (.quit, .copy): "close"
    case (.nextPane, .columns): "inspector"
    case (.scrollRight, _): "sideways"
    default: command.title
    }
  }

  private func first(_ command: Command, _ context: Context) -> String {
    firstKey(for: command, in: context)?.description ?? ""
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
