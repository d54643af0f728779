/// Every command with what it does, narrowed as one types: the keys' help, and the palette from which they are carried out.
public struct CommandList: Sendable, Equatable {
  /// Where it was opened.
  let context: Context
  /// What it took the place of, and gives back.
  let under: Overlay?
  public internal(set) var typed: TypedList
  /// Those that work where it was opened come first.
  private let commands: [Command]
  private let usable: Set<Command>

  /// - Parameter contexts: where each command works; one that isn't named works everywhere.
  init(in context: Context, over under: Overlay?, contexts: [Command: ContextSet], height: Int) {
    self.context = context
    self.under = under
    let usable = Set(Command.allCases.filter { Self.isUsable($0, in: context, contexts) })
    self.usable = usable
    let groups = Command.Group.allCases
    let first = groups.filter { $0 == context.group } + groups.filter { $0 != context.group }
    let ordered = first.flatMap { group in Command.allCases.filter { $0.group == group } }
    commands = ordered.filter(usable.contains) + ordered.filter { !usable.contains($0) }
    typed = TypedList(
      commands.map {
        Row(
          id: $0.name, code: "", name: $0.sentence, alias: "\($0.title) \($0.name)", context: $0.group.rawValue,
          isMinor: !usable.contains($0))
      }, height: height)
  }

  /// What can be copied can be asked for without the menu, where that can be opened.
  static func isUsable(_ command: Command, in context: Context, _ contexts: [Command: ContextSet]) -> Bool {
    guard let places = contexts[command] else { return true }
    return places.contains(context) || places.contains(.copy) && contexts[.copy]?.contains(context) == true
  }

  public var list: Column { typed.list }
  public func command(at position: Int) -> Command? { list.index(at: position).map { commands[$0] } }
  public var selected: Command? { command(at: list.cursor) }
  /// Whether a command works where the list was opened.
  public func isUsable(_ command: Command) -> Bool { usable.contains(command) }
}

extension Command {
  /// ``help`` by itself, where no menu's key has come before.
  var sentence: String {
    guard help.hasPrefix("Then ") else { return help }
    let rest = help.dropFirst("Then ".count)
    return group == .copying ? "Copy \(rest)" : "\(rest.prefix(1).uppercased())\(rest.dropFirst())"
  }
}
