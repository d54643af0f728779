extension Explorer {
  /// What a form takes besides text; nil for what is the same everywhere.
  mutating func run(_ command: Command, in form: EntryForm) -> [Effect]? {
    guard !form.isBusy || command == .cancel else { return [] }
    var form = form
    switch command {
    case .save: return save(form)
    case .cancel:
      leave(form)
      return []
    case .nextField: form.moveField(by: 1)
    case .previousField: form.moveField(by: -1)
    case .reveal: form.toggleReveal()
    case .cursorLeft, .cursorRight: form.moveSideways(command)
    default: return nil
    }
    overlay = .entry(form)
    return []
  }

  private mutating func save(_ form: EntryForm) -> [Effect] {
    switch form.purpose {
    case .profile: saveProfile(form)
    }
  }

  private mutating func leave(_ form: EntryForm) {
    overlay = nil
    notice = Notice("Not saved.")
  }
}
