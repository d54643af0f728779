public import Terminal
public import ViewModels

/// Which key stands for which command, and where.
public struct KeyMap: Sendable {
  struct Binding: Sendable {
    let command: Command
    let keys: [Key]
    let contexts: Set<Context>
  }

  let bindings: [Binding]
  private let commands: [Context: [Key: Command]]
  private var hints: [Context: [Hint]] = [:]

  init(_ bindings: [Binding]) {
    self.bindings = bindings
    var commands: [Context: [Key: Command]] = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys { commands[context, default: [:]][key] = binding.command }
      }
    }
    self.commands = commands
    for context in Context.allCases { hints[context] = makeHints(for: context) }
  }

  /// Where each command has a key.
  public var contexts: [Command: Set<Context>] {
    bindings.reduce(into: [:]) { $0[$1.command, default: []].formUnion($1.contexts) }
  }

  /// The handful that matters here, most important first; the last two always fit.
  public func hints(for context: Context) -> [Hint] { hints[context] ?? [] }

  public func command(for key: Key, in context: Context) -> Command? { commands[context]?[key] }

  /// The keys of a command where it can be used; empty if it has none there.
  public func keys(for command: Command, in context: Context? = nil) -> [Key] {
    var keys: [Key] = []
    for binding in bindings where binding.command == command && context.map(binding.contexts.contains) ?? true {
      keys += binding.keys.filter { !keys.contains($0) }
    }
    return keys
  }
}
