/// One row of the key help: the commands by group.
public enum HelpRow: Sendable, Hashable {
  case heading(String)
  case command(Command)
  case blank

  public static let all: [HelpRow] = Command.Group.allCases.flatMap { group in
    [.heading(group.rawValue)] + Command.allCases.filter { $0.group == group }.map(HelpRow.command) + [.blank]
  }.dropLast()

  /// Where what matters most in a context begins.
  static func first(for context: Context) -> Int {
    let group: Command.Group =
      switch context {
      case .inspector: .inspecting
      case .body: .body
      case .history: .history
      case .token: .token
      case .guide: .gettingStarted
      case .comparison, .compareMenu: .comparing
      default: .moving
      }
    return all.firstIndex(of: .heading(group.rawValue)) ?? 0
  }
}
