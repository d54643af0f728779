public import Terminal
public import ViewModels

/// Which key stands for which command, and where.
public struct KeyMap: Sendable {
  struct Binding: Sendable {
    let command: Command
    let keys: [Key]
    let contexts: ContextSet
  }

  /// Where two have the same key, the later one counts.
  let bindings: [Binding]

  init(_ bindings: [Binding]) { self.bindings = bindings }

  /// Where each command has a key.
  public var contexts: [Command: ContextSet] {
    bindings.reduce(into: [:]) { $0[$1.command, default: []].formUnion($1.contexts) }
  }

  public func command(for key: Key, in context: Context) -> Command? {
    bindings.last { $0.contexts.contains(context) && $0.keys.contains(key) }?.command
  }

  /// The keys of a command where it can be used; empty if it has none there.
  public func keys(for command: Command, in context: Context? = nil) -> [Key] {
    var keys: [Key] = []
    for binding in bindings where binding.command == command && context.map(binding.contexts.contains) ?? true {
      keys += binding.keys.filter { !keys.contains($0) }
    }
    return keys
  }
}
