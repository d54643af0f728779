public import Terminal
public import ViewModels

/// Which key stands for which command, and where.
public struct KeyMap: Sendable {
  struct Binding: Sendable {
    let command: Command
    let keys: [Key]
    let contexts: ContextSet

    /// The key that sentences name: Enter where it is one of them, which everybody knows, else the first.
    fileprivate var named: Key? { keys.first { $0.code == .enter } ?? keys.first }
  }

  /// Where two have the same key, the later one counts.
  let bindings: [Binding]
  private let byKey: [Key: [Binding]]
  private let byCommand: [Command: [Binding]]

  init(_ bindings: [Binding]) {
    self.bindings = bindings
    byCommand = Dictionary(grouping: bindings, by: \.command)
    byKey = bindings.reduce(into: [:]) { byKey, binding in
      for key in binding.keys { byKey[key, default: []].append(binding) }
    }
  }

  /// Where each command has a key, and which one sentences name.
  public var commandKeys: CommandKeys {
    CommandKeys(
      contexts,
      names: byCommand.compactMapValues { bindings in
        let names = bindings.compactMap { binding in
          binding.named.map { CommandKeys.Name($0.description, in: binding.contexts) }
        }
        return names.isEmpty ? nil : names
      })
  }

  /// Where each command has a key.
  var contexts: [Command: ContextSet] {
    bindings.reduce(into: [:]) { $0[$1.command, default: []].formUnion($1.contexts) }
  }

  public func command(for key: Key, in context: Context) -> Command? {
    byKey[key]?.last { $0.contexts.contains(context) }?.command
  }

  /// The keys of a command where it can be used; empty if it has none there.
  public func keys(for command: Command, in context: Context? = nil) -> [Key] {
    var keys: [Key] = []
    for binding in byCommand[command] ?? [] where context.map(binding.contexts.contains) ?? true {
      keys += binding.keys.filter { !keys.contains($0) }
    }
    return keys
  }

  /// The key that a hint names; nil if the command has none there.
  func firstKey(for command: Command, in context: Context) -> Key? {
    byCommand[command]?.first { $0.contexts.contains(context) && !$0.keys.isEmpty }?.keys[0]
  }
}
