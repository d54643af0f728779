/// All that is said of a command.
struct CommandFacts: Sendable {
  enum Need: Sendable {
    /// It has to do with calls, which a file that is looked at has none of.
    case platform
  }

  let command: Command
  let name: String
  let title: String
  let group: Command.Group
  let help: String
  let needs: Need?
  let isVerb: Bool
  let hints: [CommandHint]

  /// Every command's, in their order.
  static let all = [browsing, inspecting, calls, comparing, profiles, program].flatMap { $0 }

  static func row(
    _ command: Command, _ name: String, _ title: String, _ group: Command.Group, _ help: String, needs: Need? = nil,
    isVerb: Bool = true, _ hints: CommandHint...
  ) -> Self {
    Self(
      command: command, name: name, title: title, group: group, help: help, needs: needs, isVerb: isVerb, hints: hints)
  }
}
