import ViewModels

/// What lies over the page and has the keyboard; each of it nil while it is not there.
extension SeesExplorer {
  var hasOverlay: Bool { explorer.overlay != nil }

  private func top<Value>(_ layer: Layer, _ value: Value?) -> Value? { explorer.overlay == layer ? value : nil }

  var commandList: CommandList? { top(.commands, explorer.commandList) }
  var switcher: Switcher? { top(.profiles, explorer.profileRoom.switcher) }
  /// How the trial of a profile goes.
  var profileTest: ProfileTest? { explorer.profileRoom.trial }
  /// What is being filled in, other than a request.
  var form: EntryForm? { top(.form, explorer.form) }
  var requestForm: RequestForm? { top(.request, explorer.requestForm) }
  var prompt: Prompt? { explorer.prompt }
  var question: Question? { explorer.question }
  var compareMenu: CompareMenu? { top(.compareMenu, explorer.comparison.menu) }
  var finder: Finder? { top(.finder, explorer.finder) }
  var code: QRCode? { top(.code, explorer.guide.code) }
  var newApplication: NewApplicationPage? { top(.newApplication, explorer.guide.newApplication) }
}
