public import ExplorerStorage
import Terminal
import ViewModels

extension KeyMap {
  /// The same map with other keys for some commands, each wherever the command has a key. Where text is typed, keys that type
  /// stay with the text, and the command keeps those it had.
  ///
  /// - Returns: also what could not be done and why; then the command keeps its keys.
  public func rebound(by entries: [KeyEntry]) -> (map: KeyMap, problems: [ConfigurationError]) {
    guard !entries.isEmpty else { return (self, []) }
    var problems = ProblemList<ConfigurationError>()
    var changes: [(command: Command, keys: [Key], place: String)] = []
    let commands = Dictionary(Command.allCases.map { ($0.name, $0) }) { first, _ in first }
    for entry in entries {
      guard let command = commands[entry.command] else {
        problems.note(Self.unknown(entry))
        continue
      }
      do throws(ConfigurationError) { changes.append(try Self.change(command, entry)) } catch { problems.note(error) }
    }
    var map = changed(by: changes)
    // One at a time, as a change that is taken back may end another conflict, or begin one.
    while let (index, key, owner, context) = map.firstConflict(of: changes) {
      let change = changes.remove(at: index)
      problems.note(
        ConfigurationError(
          "\(change.place): \(key) is the key of \(owner.name) \(context.words); give that another one too"))
      map = changed(by: changes)
    }
    return (map, problems.all(in: entries.first?.path ?? ""))
  }

  private static func unknown(_ entry: KeyEntry) -> ConfigurationError {
    let nearest = Spelling.nearest(to: entry.command, among: Command.allCases.map(\.name))
    return ConfigurationError("\(entry.place): no command \"\(entry.command.shown)\"; did you mean \"\(nearest)\"?")
  }

  private static func change(
    _ command: Command, _ entry: KeyEntry
  ) throws(ConfigurationError) -> (command: Command, keys: [Key], place: String) {
    var keys: [Key] = []
    for name in entry.keys {
      guard let key = Key(name) else {
        throw ConfigurationError(
          "\(entry.place): no key \"\(name.shown)\"; keys are like f, F, <C-p>, Enter, PageDown or F2")
      }
      guard ![Key(.escape), .character("c", .control)].contains(key) else {
        throw ConfigurationError("\(entry.place): \(name) always leads out and can't be given to \(entry.command)")
      }
      keys.append(key)
    }
    return (command, keys, entry.place)
  }

  private func changed(by changes: [(command: Command, keys: [Key], place: String)]) -> KeyMap {
    var bindings = bindings
    for change in changes {
      let own = bindings.filter { $0.command == change.command }
      bindings.removeAll { $0.command == change.command }
      let contexts = own.reduce(into: ContextSet()) { $0.formUnion($1.contexts) }
      let typing = contexts.intersection(ContextSet(Context.allCases.filter(\.takesText)))
      bindings.append(Binding(command: change.command, keys: change.keys, contexts: contexts.subtracting(typing)))
      let silent = change.keys.filter { $0.typed == nil }
      if silent.isEmpty {
        bindings += own.map { Binding(command: $0.command, keys: $0.keys, contexts: $0.contexts.intersection(typing)) }
      } else {
        bindings.append(Binding(command: change.command, keys: silent, contexts: typing))
      }
    }
    return KeyMap(bindings.filter { !$0.contexts.isEmpty })
  }

  private func firstConflict(
    of changes: [(command: Command, keys: [Key], place: String)]
  ) -> (index: Int, key: Key, owner: Command, context: Context)? {
    for (index, change) in changes.enumerated() {
      for binding in bindings where binding.command == change.command {
        for context in Context.allCases where binding.contexts.contains(context) {
          for other in bindings where other.command != change.command && other.contexts.contains(context) {
            if let key = binding.keys.first(where: other.keys.contains) { return (index, key, other.command, context) }
          }
        }
      }
    }
    return nil
  }
}
