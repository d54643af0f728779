import ViewModels

/// What lies over the page and has the keyboard; each of it nil while it is not there.
extension SeesExplorer {
  var hasOverlay: Bool { explorer.overlay != nil }

  var commandList: CommandList? { if case .help(let list)? = explorer.overlay { list } else { nil } }
  var switcher: Switcher? { if case .profiles(let switcher)? = explorer.overlay { switcher } else { nil } }
  /// How the trial of a profile goes.
  var profileTest: ProfileTest? { explorer.profileTest }
  /// What is being filled in, other than a request.
  var form: EntryForm? { if case .entry(let form)? = explorer.overlay { form } else { nil } }
  var requestForm: RequestForm? { if case .form(let form)? = explorer.overlay { form } else { nil } }
  var prompt: Prompt? { if case .prompt(let prompt)? = explorer.overlay { prompt } else { nil } }
  var question: Question? { if case .question(let question)? = explorer.overlay { question } else { nil } }
  var compareMenu: CompareMenu? { if case .compare(let menu)? = explorer.overlay { menu } else { nil } }
  var finder: Finder? { if case .finder(let finder)? = explorer.overlay { finder } else { nil } }
  var code: QRCode? { if case .code(let code)? = explorer.overlay { code } else { nil } }
  var newApplication: NewApplicationPage? {
    if case .newApplication(let page)? = explorer.overlay { page } else { nil }
  }
}
