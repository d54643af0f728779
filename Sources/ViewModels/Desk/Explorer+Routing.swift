import OpenPayments

/// Who takes care of a command: what is on top, else what is below, else the desk.
extension Explorer {
  mutating func run(_ command: Command) {
    notice = nil
    if command != .interrupt { interruptArmed = false }
    if refuses(command) || runOnTop(command) { return }
    if layers.top == nil, runInPanes(command) { return }
    if runAnywhere(command) { return }
    // The token's page is the one that others may be opened from.
    if overlay == nil || overlay == .token { _ = runOnPage(command) }
  }

  /// - Returns: false where it means nothing of its own to what has the keyboard.
  private mutating func runOnTop(_ command: Command) -> Bool {
    let world = world
    switch layers.top {
    case .history: return take(history.run(command, in: world))
    case .historyFilter: return take(history.runInPrompt(command, in: world))
    case .finder where command == .cancel && browser.walk != nil: take(browser.cancelWalk())
    case .finder: return take(finder.run(command, in: world))
    case .commands: return take(commandList?.run(command))
    case .commandLine:
      let (paths, places) = (knownPaths, knownPlaces)
      return take(commandLine?.run(command, paths, places))
    case .themes: return take(look.run(command))
    case .profiles: return take(profileRoom.run(command, in: world))
    case .profileTest: return take(profileRoom.runAtTrial(command, in: world))
    case .token: return take(token.run(command, on: &sessions.current, in: world))
    case .mark: return take(places.run(command))
    case .compareMenu: return take(comparison.runInMenu(command, among: callers, in: world))
    case .saving: return take(saving.run(command))
    case .question: return runAtQuestion(command)
    case .copyMenu: return runInCopyMenu(command)
    case .guide: return take(guide.run(command, among: profiles, in: world))
    case .form: return take(form?.run(command, in: world))
    case .request: return take(requestForm?.run(command, in: world))
    case .newApplication: return take(guide.runAtSecret(command))
    case .code: return take(guide.runAtCode(command))
    case nil: return false
    }
    return true
  }

  private mutating func runInCopyMenu(_ command: Command) -> Bool {
    guard [.cancel, .quit, .copy].contains(command) else { return false }
    layers.close(.copyMenu)
    return true
  }

  /// What is the same wherever there is a key for it.
  private mutating func runAnywhere(_ command: Command) -> Bool {
    switch command {
    case .redraw: outbox.append(.redraw)
    case .suspend: outbox.append(.suspend)
    case .interrupt: interrupt()
    case .refresh: refresh()
    case .help: open(CommandList(in: context, keys, height: viewport.finderRows))
    case .toggleMouse: take(look.toggleMouse())
    case .eraseCharacter, .eraseForward, .eraseWord, .eraseLine, .cursorLeft, .cursorRight, .cursorToStart,
      .cursorToEnd:
      edit { _ = $0.edit(command) }
    case .copyCurlWithToken: copyWithToken()
    default:
      guard let target = CopyTarget(command) else { return false }
      copy(target)
    }
    return true
  }

  /// What opens something over page or panes, or goes somewhere.
  private mutating func runOnPage(_ command: Command) -> Bool {
    switch command {
    case .find: openFinder()
    case .setMark, .goToMark: take(places.open(isSetting: command == .setMark))
    case .previousPlace: goBack()
    case .nextPlace: goForward()
    case .profiles: take(profileRoom.open(in: world))
    case .previousProfile: take(profileRoom.switchBack(in: world))
    case .gettingStarted: openGuide()
    case .themes: take(look.open(viewport))
    case .growPane, .shrinkPane, .resetPanes, .turnInspector: arrange(command)
    case .commandLine:
      layers.closeOverlays()
      commandLine = CommandLineRoom()
      layers.push(.commandLine)
    case .history: openHistory()
    case .token:
      token.open()
      layers.push(.token)
    case .saveBody: take(saving.open(for: inspector.subject.inspection?.exchange, in: world))
    case .saveRun: take(saving.open(.run, in: world))
    case .quit: quit()
    default: return false
    }
    return true
  }

  private mutating func quit() {
    if inspector.pinned != nil, file == nil { leaveInspector() } else { outbox.append(.quit) }
  }

  /// A command chosen by name: nobody quits by a slip.
  mutating func carryOut(_ command: Command) {
    guard command == .quit, layers.top == nil, inspector.pinned == nil else { return run(command) }
    ask(Question(title: "Quit opx?", text: "\(key: .quit) in the lists quits without this question."), .quit)
  }

  /// What has its keys in a menu can be asked for without it.
  mutating func runVerb(_ command: Command) {
    guard keys.isUsable(command, in: context) else {
      notice = keys.refusal(of: command)
      return
    }
    run(command)
  }

  private mutating func interrupt() {
    if call.pending != nil {
      take(call.cancel())
      return
    }
    if take(browser.cancelLoads(&sessions.current.directory)) { return }
    guard !interruptArmed else { return outbox.append(.quit) }
    interruptArmed = true
    let quitsByKey = layers.top == nil && inspector.pinned == nil
    notice = Notice(
      quitsByKey ? "Ctrl-C once more quits, and so does \(key: .quit)." : "Ctrl-C once more quits.")
  }

  // MARK: - Text

  mutating func type(_ text: String) {
    guard context.takesText else { return }
    (notice, interruptArmed) = (nil, false)
    let tooLong = Notice("That is too long for a line: nothing was taken.")
    guard text.utf8.count <= context.textLimit else {
      notice = tooLong
      return
    }
    if overlay == .mark {
      take(places.type(text, at: address))
      return
    }
    if overlay == .form {
      if form?.type(text) == false { notice = tooLong }
      return
    }
    if layers.top == nil { inspector.makeRoom(for: text) }
    var fits = true
    edit { fits = $0.insert(text) }
    if !fits { notice = tooLong }
  }

  /// Changes the text that is being typed.
  mutating func edit(_ change: (inout TextField) -> Void) {
    switch layers.top {
    case .finder: take(finder.edit(change))
    case .commands: take(commandList?.edit(change))
    case .commandLine: take(commandLine?.edit(change))
    case .themes: take(look.edit(change))
    case .profiles: take(profileRoom.edit(change))
    case .historyFilter: take(history.edit(in: world, change))
    case .saving: take(saving.edit(change))
    case .form: form?.edit(change)
    case .request: requestForm?.edit(change)
    case nil: editInPanes(change)
    case .history, .guide, .compareMenu, .copyMenu, .mark, .profileTest, .question, .token, .newApplication, .code:
      break
    }
  }
}
