import ExplorerStorage

extension Explorer {
  /// What a form takes besides text; nil for what is the same everywhere.
  mutating func run(_ command: Command, in form: EntryForm) -> [Effect]? {
    guard !form.isBusy || command == .cancel else { return [] }
    var form = form
    switch command {
    case .save: return save(form)
    case .cancel where form.isEdited && !form.isLeaving && !form.isBusy && form.origin.losesInput:
      form.isLeaving = true
      notice = Notice("Esc again drops what was filled in.")
      overlay = .entry(form)
      return []
    case .cancel: return leave(form)
    case .nextField: form.moveField(by: 1)
    case .previousField: form.moveField(by: -1)
    case .reveal: form.toggleReveal()
    case .cursorLeft, .cursorRight: form.moveSideways(command)
    default: return nil
    }
    form.isLeaving = false
    overlay = .entry(form)
    return []
  }

  /// Sends what a form holds, which waits for it from then on.
  mutating func submit(_ form: EntryForm, _ effect: Effect) -> [Effect] {
    var form = form
    form.sent = effect
    overlay = .entry(form)
    return [effect]
  }

  /// The form that waits for what comes of an effect; nil if it was left, whatever form may be open now.
  func form(awaiting effect: Effect) -> EntryForm? {
    guard case .entry(let form) = overlay, form.sent == effect else { return nil }
    return form
  }

  private mutating func save(_ form: EntryForm) -> [Effect] {
    switch form.purpose {
    case .profile: saveProfile(form)
    case .application: register(form)
    case .testUser: addTestUser(form)
    case .signIn: signIn(form)
    }
  }

  private mutating func leave(_ form: EntryForm) -> [Effect] {
    overlay = nil
    switch (form.purpose, form.origin) {
    case (_, .newApplication(let page)): overlay = .newApplication(page)
    case (.profile(let replaced), .switcher):
      notice = Notice("Not saved.")
      return openSwitcher(selecting: replaced?.name)
    case (.profile, .guide): notice = Notice("Not saved.")
    case (.application, _): notice = Notice(form.isBusy ? "It may be registered all the same." : "Not registered.")
    case (.testUser, _): notice = Notice(form.isBusy ? "It may be created all the same." : "Not created.")
    case (.signIn, _): break
    }
    return []
  }
}
