/// Every command with what it does, narrowed as one types: the keys' help, and the palette from which they are carried out.
public struct CommandList: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Never, Never, Outcome>

  enum Outcome {
    case run(Command)
    case closed
  }

  public private(set) var typed: TypedList
  /// Those that work where it was opened come first.
  private let commands: [Command]
  private let usable: Set<Command>
  private let keys: CommandKeys

  init(in context: Context, _ keys: CommandKeys, height: Int) {
    self.keys = keys
    let usable = Set(Command.allCases.filter { keys.isUsable($0, in: context) })
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

  public var list: Column { typed.list }
  public func command(at position: Int) -> Command? { list.index(at: position).map { commands[$0] } }
  public var selected: Command? { command(at: list.cursor) }
  /// Whether a command works where the list was opened.
  public func isUsable(_ command: Command) -> Bool { usable.contains(command) }

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command) -> Turn? {
    if let motion = Motion(command) {
      typed.move(motion)
      return .done
    }
    switch command {
    case .cancel where !typed.field.text.isEmpty: return edit { $0.eraseAll() }
    case .cancel, .quit, .help: return .tell(.closed)
    case .runCommand:
      guard let chosen = selected else { return .say("No command fits.") }
      guard isUsable(chosen) else { return Turn(notice: keys.refusal(of: chosen)) }
      return .tell(.closed, .run(chosen))
    default: return nil
    }
  }

  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    typed.edit(change)
    return .done
  }

  mutating func resize(_ viewport: Viewport) { typed.setHeight(viewport.finderRows) }
  mutating func scroll(by distance: Int) { typed.scroll(by: distance) }
  mutating func point(at row: Int) -> Bool { typed.point(at: row) }
}

extension Command {
  /// ``help`` by itself, where no menu's key has come before.
  var sentence: String {
    guard help.hasPrefix("Then ") else { return help }
    let rest = help.dropFirst("Then ".count)
    return group == .copying ? "Copy \(rest)" : "\(rest.prefix(1).uppercased())\(rest.dropFirst())"
  }
}
