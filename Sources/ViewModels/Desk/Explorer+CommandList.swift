extension Explorer {
  /// Opens the keys where one is, or closes them.
  mutating func toggleHelp() {
    if case .help(let list) = overlay {
      overlay = list.under
    } else {
      let under = overlay
      overlay = .help(CommandList(in: context, over: under, contexts: contexts, height: viewport.finderRows))
    }
  }

  /// What the list of commands alone can do; nil for what isn't its own.
  mutating func runInHelp(_ command: Command) -> [Effect]? {
    guard case .help(let list) = overlay else { return nil }
    switch command {
    case .cancel where !list.typed.field.text.isEmpty: return editText { $0.eraseAll() }
    case .cancel, .quit, .help:
      overlay = list.under
      return []
    case .runCommand:
      guard let chosen = list.selected else {
        notice = Notice("No command fits.")
        return []
      }
      guard list.isUsable(chosen) else {
        notice = notice(of: chosen)
        return []
      }
      overlay = list.under
      return carryOut(chosen)
    default: return nil
    }
  }

  /// A command chosen by name: nobody quits by a slip.
  mutating func carryOut(_ command: Command) -> [Effect] {
    guard command == .quit, overlay == nil, pinned == nil, !isHistoryOpen, !guide.isOpen else { return run(command) }
    overlay = .question(Question(purpose: .quit))
    return []
  }

  func notice(of command: Command) -> Notice {
    Notice("That works \(places(of: command).prefix(3).joined(separator: ", ")) only.")
  }

  /// Where a command works, in words.
  public func places(of command: Command) -> [String] {
    let places = Context.allCases.filter { contexts[command]?.contains($0) ?? true }.map(\.words)
    var unique: [String] = []
    for place in places where !unique.contains(place) { unique.append(place) }
    return unique
  }
}
