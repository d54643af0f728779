/// One row of the key help: the commands by group.
public enum HelpRow: Sendable, Hashable {
  case heading(String)
  case command(Command)
  case blank

  public static let all: [HelpRow] = Command.Group.allCases.flatMap { group in
    [.heading(group.rawValue)] + Command.allCases.filter { $0.group == group }.map(HelpRow.command) + [.blank]
  }.dropLast()
}
