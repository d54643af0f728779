import ExplorerStorage
import OpenPayments

extension Explorer {
  mutating func run(_ command: Command) -> [Effect] {
    notice = nil
    if command != .interrupt { interruptArmed = false }
    if let effects = runInComparison(command) { return effects }
    if refuses(command) { return [] }
    if case .profiles(let switcher) = overlay, let effects = runInSwitcher(command, switcher) { return effects }
    if overlay == .profileTest, let effects = runInProfileTest(command) { return effects }
    if case .entry(let form) = overlay, let effects = run(command, in: form) { return effects }
    if let motion = Motion(command) {
      move(motion)
      return []
    }
    if let effects = runOnTokenPage(command) { return effects }
    if let effects = runOnNewApplication(command) { return effects }
    if let effects = runInFinder(command) { return effects }
    if let effects = runInHelp(command) { return effects }
    if let effects = runInThemes(command) { return effects }
    if let effects = arrange(command) { return effects }
    if isHistoryOpen, overlay == nil, let effects = runInHistory(command) { return effects }
    if guide.isOpen, overlay == nil, let effects = runInGuide(command) { return effects }
    switch command {
    case .find: return openFinder()
    case .setMark, .goToMark:
      guard overlay == nil else { return [] }
      overlay = .marks(isSetting: command == .setMark)
      return [.readMarks]
    case .previousPlace: return goBack()
    case .nextPlace: return goForward()
    case .open: open()
    case .back: back()
    case .nextPane, .previousPane: if focus == .inspector { focus(on: column) } else { focus = .inspector }
    case .filter: beginFilter()
    case .refresh: return refresh()
    case .toggleExchange: toggleExchange()
    case .nextPage: inspector.turn(by: 1)
    case .previousPage: inspector.turn(by: -1)
    case .scrollLeft: inspector.scrollSideways(by: -8)
    case .scrollRight: inspector.scrollSideways(by: 8)
    case .toggleFold, .unfold, .fold, .unfoldAll, .foldAll, .foldOthers, .parent, .nextSibling, .previousSibling,
      .search, .query, .nextHit, .previousHit, .turnForm:
      return runInBody(command)
    case .goToError: return goToError()
    case .zoom where file != nil: break
    case .zoom where !isZoomed && !viewport.sharesScreen:
      notice = Notice("One pane has the whole screen here already.")
    case .zoom: isZoomed.toggle()
    case .profiles: if overlay == nil { return openSwitcher() }
    case .previousProfile: if overlay == nil { return switchBack() }
    case .gettingStarted: return openGuide()
    case .copyGuideItem:
      if case .code(let code) = overlay { return copy(Clipping(code.text, "the address")) }
    case .help: toggleHelp()
    case .themes: openThemes()
    case .cancel: return cancel()
    case .toggleMouse: return toggleMouse()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt: return interrupt()
    case .quit:
      if case .question = overlay {
        return answerNo()
      } else if overlay != nil {
        overlay = nil
      } else if pinned != nil, file == nil {
        leaveInspector()
      } else {
        return [.quit]
      }
    case .copy: overlay = overlay == nil ? .copy : nil
    case .copyValue, .copyKey, .copyPath, .copyIdentifier, .copyAddress, .copyBody, .copyHeaders, .copyURL,
      .copyRequestID,
      .copyCurl, .copySwift, .copyPython, .copyDifference:
      return CopyTarget(command).map { copy($0) } ?? []
    case .copyCurlWithToken: askToCopyToken()
    case .confirm: return answerYes()
    case .decline: return answerNo()
    case .saveBody: promptForBody()
    case .saveRun: promptForArchive()
    case .commandLine: openCommandLine()
    case .complete:
      if bodyInput != nil { return completeQuery(by: 1) }
      completePrompt()
    case .edit: editRequest()
    case .nextField, .previousField, .addLine, .deleteLine: changeForm(command)
    case .send: return sendForm()
    case .history: if overlay == nil { openHistory() }
    case .token: if overlay == nil { overlay = .token(top: 0) }
    case .compare: openCompareMenu()
    case .markForComparison: markExchange()
    case .toggleMark:
      if case .compare(let menu) = overlay { toggleProfile(menu) }
    case .startComparison:
      if case .compare(let menu) = overlay { return accept(menu) }
    case .accept:
      if case .prompt(let prompt) = overlay { return accept(prompt) }
    case .acceptFilter:
      isTypingFilter = false
      if bodyInput?.purpose == .query { return keepQuery() }
      bodyInput = nil
    case .eraseCharacter, .eraseForward, .eraseWord, .eraseLine, .cursorLeft, .cursorRight, .cursorToStart,
      .cursorToEnd:
      return editText { $0.edit(command) }
    default: break
    }
    return []
  }

  private mutating func open() {
    destination = nil
    switch focus {
    case _ where overlay != nil: break
    case .column(.aspsps) where aspsps.selected != nil:
      focus = .inspector
      inspector.turn(to: .details)
    case .column(let column) where self[column].selected != nil:
      focus(on: ColumnID(rawValue: column.rawValue + 1) ?? column)
    case .column: notice = Notice("Nothing to open here.")
    case .inspector: notice = Notice("This is as deep as it goes.")
    }
  }

  mutating func back() {
    destination = nil
    switch focus {
    case .inspector: leaveInspector()
    case .column(let column):
      guard let left = ColumnID(rawValue: column.rawValue - 1) else {
        notice = Notice("This is the first column.")
        return
      }
      focus(on: left)
    }
  }

  private mutating func beginFilter() {
    destination = nil
    focus(on: column)
    isTypingFilter = true
  }

  private mutating func toggleExchange() {
    guard profile.dialect == .psd2 else {
      notice = Notice("The seed dialect has no call for a single ASPSP: the list's is all there is.")
      return
    }
    guard column == .aspsps, aspsps.selected != nil else {
      notice = Notice("Only an ASPSP has two calls behind it, its own and the list's.")
      return
    }
    prefersListExchange.toggle()
  }

  private mutating func refresh() -> [Effect] {
    guard waits.isEmpty else { return everKnownAs(profile).map(Effect.retryNow) }
    guard let key = focusedKey, key.isNamed else {
      notice = Notice("Nothing to refresh here.")
      return []
    }
    return ([key] + failedDependents).flatMap { load($0) }
  }

  /// What has failed in the columns to the right of the focused one: trying again there is meant as well.
  private var failedDependents: [LoadKey] {
    var keys: [LoadKey] = []
    if column == .countries, let code = shownCountry, directory.cities[code]?.failure != nil {
      keys.append(.cities(isoCountryCode: code))
    }
    if column != .aspsps, let place = shownCity, directory.aspsps[place]?.failure != nil { keys.append(.aspsps(place)) }
    return keys
  }

  /// What `refresh` asks for again: what the inspector shows if that has the focus or tells of a failed detail, else
  /// the column's list.
  private var focusedKey: LoadKey? {
    switch column {
    case .countries: .countries
    case .cities: shownCountry.map { .cities(isoCountryCode: $0) }
    case .aspsps: refreshableDetail.map { .detail(bicFi: $0) } ?? shownCity.map { .aspsps($0) }
    }
  }

  private var refreshableDetail: String? {
    guard profile.dialect == .psd2, !prefersListExchange, let bicFi = aspsps.selected?.code, !bicFi.isEmpty else {
      return nil
    }
    return focus == .inspector || directory.details[bicFi]?.failure != nil ? bicFi : nil
  }

  private mutating func cancel() -> [Effect] {
    if case .question = overlay {
      return answerNo()
    } else if overlay != nil {
      if case .prompt(let prompt) = overlay, case .historyFilter(let before) = prompt.purpose {
        history.setQuery(before)
      }
      overlay = nil
    } else if isTypingFilter {
      isTypingFilter = false
      self[column].setFilter("")
    } else if call != nil {
      return cancelCall()
    } else if let target = destination {
      destination = nil
      notice = Notice("Not gone on to \(target).")
      return cancelLoads()
    } else if bodyInput?.purpose == .query {
      return dropQuery()
    } else if focus == .inspector, inspector.body?.search != nil || bodyInput != nil {
      return dropSearch()
    } else if focus == .inspector, inspector.body?.query != nil {
      return dropQuery()
    } else if !directory.loading.isEmpty {
      return cancelLoads()
    } else if walk != nil {
      return cancelWalk()
    } else if !self[column].filter.isEmpty {
      self[column].setFilter("")
    } else if focus == .inspector {
      if !refuses(.back) { leaveInspector() }
    } else if pointsToGuide {
      return dismissPointer()
    } else {
      notice = Notice("Nothing to cancel.")
    }
    return []
  }

  private mutating func cancelLoads() -> [Effect] {
    let cancelled = LoadFailure(message: "Cancelled.", suggestion: "r asks again.", isCancelled: true)
    let keys = directory.loading.keys
    for key in keys {
      // Without its detail an ASPSP shows the list's call; coming back to it asks again.
      if key.kind == .detail { directory.forget(key) } else { directory.finish(key, .failed(cancelled)) }
    }
    return Set(keys.map(\.kind)).map(Effect.cancel)
  }

  private mutating func interrupt() -> [Effect] {
    if call != nil { return cancelCall() }
    if !directory.loading.isEmpty { return cancelLoads() }
    guard !interruptArmed else { return [.quit] }
    interruptArmed = true
    let quitsByKey = overlay == nil && !guide.isOpen && !isHistoryOpen && pinned == nil
    notice = Notice("Ctrl-C once more quits\(quitsByKey ? ", and so does q" : "").")
    return []
  }
}
