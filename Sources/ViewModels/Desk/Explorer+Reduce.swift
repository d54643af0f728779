import ExplorerStorage
import OpenPayments

extension Explorer {
  mutating func reduce(_ action: Action) -> [Effect] {
    switch action {
    case .command(let command): return run(command)
    case .chosen(let command): return carryOut(command)
    case .typed(let text): return type(text)
    case .pointed(let column, let row): point(at: row, in: column)
    case .pagePointed(let page):
      bodyInput = nil
      focus = .inspector
      inspector.turn(to: page)
    case .linePointed(let row): point(atLine: row)
    case .depthChosen(let depth):
      notice = nil
      inspector.fold(toDepth: depth)
    case .queried(let job, let outcome): return take(outcome, of: job)
    case .found(let job, let hits): take(hits, of: job)
    case .scrolled(.column(let column), let distance): self[column].scroll(by: distance)
    case .scrolled(.inspector, let distance) where comparison != nil: comparison?.list.scroll(by: distance)
    case .scrolled(.inspector, let distance): inspector.scroll(by: distance)
    case .viewportChanged(let viewport): resize(viewport)
    case .arranged(let arrangement): return arrange(arrangement)
    case .rested(let key): return load(key, unless: isKnown(key))
    case .loaded(let profile, let key, let outcome): return finish(profile, key, outcome)
    case .gathered(let job, let entries): take(entries, of: job)
    case .loadReceived(let profile, let key, let count):
      if profile == self.profile.id { directory.note(count, of: key) }
    case .tokenChanged(let profile, let status): tokens[profile] = status
    case .token(let profile, let news): take(news, of: profile)
    case .exchanged(let profile, let exchange): note(exchange, of: profile)
    case .retryBegan(let profile, let retry): retries[profile, default: []].append(retry)
    case .retryEnded(let profile, let wait): retries[profile]?.removeAll { $0.wait == wait }
    case .historyRead(let request, let outcome): finish(request, outcome)
    case .historyChanged(let event): note(event)
    case .waitedForLock(let event): note(event)
    case .markNotKept(let reason): notice = Notice("The mark holds for this run only: \(reason).")
    case .exchangesDeleted(let ids, let reason): finishDeletion(ids, reason)
    case .exchangeMissing(let reason):
      notice = Notice("That exchange can't be shown: \(reason)")
      history.reload()
    case .takenFromHistory(let taken, let use): return self.use(taken, for: use)
    case .historyPointed(let row): if overlay == nil { history.move(to: row) }
    case .historyScrolled(let distance): history.scroll(by: distance)
    case .answered(let key, let result): return finish(key, result)
    case .compared(let id, let difference):
      if comparison?.id == id { comparison?.finish(difference) }
    case .clipped(let clipping?): return copy(clipping)
    case .clipped(nil): notice = Notice("Only bodies that are whole JSON texts have a JSON Patch.")
    case .fileRead(let step): take(step)
    case .copied(let clipping, let outcome): notice = clipping.notice(outcome)
    case .saved(let outcome): finish(outcome)
    case .callReceived(let profile, let count): if profile == self.profile.id { call?.received = count }
    case .called(let profile, let outcome):
      if profile == self.profile.id, let call { finish(call, outcome) }
    case .tokenFetched(let profile, let token, let exchange): return copy(token, of: profile, with: exchange)
    case .profilesRead(let list): return take(list, after: nil)
    case .profilesChanged(let change, let result): return finish(change, result)
    case .profileTested(let profile, let step, let advice):
      if let test = profileTest, current(test.profile.id) == profile { profileTest?.take(step, advice: advice) }
    case .tokenSeen(let profile, let until):
      if tokens[profile] == nil { tokens[profile] = .valid(until: until) }
    case .hostsAllowed(let hosts):
      shelf.allowedHosts.formUnion(hosts)
      return release()
    case .marksRead(let marks): self.marks.merge(marks) { _, stored in stored }
    case .walked(let profile, let progress): if profile == self.profile.id { walk?.progress = progress }
    case .walkEnded(let profile, let failure): return profile == self.profile.id ? endWalk(failure) : []
    case .portal(let task, let result): return finish(task, result)
    case .signInsSeen(let signIns): guide.take(signIns)
    case .rehearsed(let id, let news): return take(news, of: id)
    case .guidePointed(let place): return point(at: place)
    case .guideScrolled(let distance): scrollGuide(by: distance)
    case .rowPointed(let position): return point(atRow: position)
    case .rowsScrolled(let distance): scrollOverlay(by: distance)
    case .panePointed(let pane): point(at: pane)
    case .guideCalled(let profile, let call, let result):
      if profile == self.profile.id { finish(call, result) }
    case .backgroundSeen(let isLight): return note(isLight: isLight)
    case .themesRead(let themes): take(themes)
    case .focusChanged(let hasFocus):
      self.hasFocus = hasFocus
      scheduledTick = nil
    case .ticked: scheduledTick = nil
    }
    return []
  }

  /// What was said of a wait goes with it.
  private mutating func note(_ event: LockEvent) {
    if let message = event.message { notice = Notice(sentence: message) }
    if case .ended(let wait) = event, let said = LockEvent.began(wait).message, notice == Notice(sentence: said) {
      notice = nil
    }
  }

  private mutating func note(_ exchange: Exchange, of profile: Profile.ID) {
    hasCalled = true
    guard profile == self.profile.id else { return }
    calls.count += 1
    calls.lastDuration = exchange.timings.total
  }

  private mutating func type(_ text: String) -> [Effect] {
    guard context.takesText else { return [] }
    (notice, interruptArmed) = (nil, false)
    let tooLong = Notice("That is too long for a line: nothing was taken.")
    guard text.utf8.count <= context.textLimit else {
      notice = tooLong
      return []
    }
    if bodyInput?.purpose == .query, bodyInput?.field.text == "$", text.hasPrefix("$") {
      bodyInput?.field = TextField()
    }
    if case .marks(let isSetting) = overlay { return useMark(text, isSetting: isSetting) }
    if case .entry(var form) = overlay {
      if !form.type(text) { notice = tooLong }
      overlay = .entry(form)
      return []
    }
    var fits = true
    let effects = editText { fits = $0.insert(text) }
    if !fits { notice = tooLong }
    return effects
  }

  /// Pointing twice at the same line folds it.
  private mutating func point(atLine row: Int) {
    guard overlay == nil, !guide.isOpen else { return }
    bodyInput = nil
    let wasThere = focus == .inspector && inspector.cursor == row
    focus = .inspector
    if wasThere { _ = inspector.toggleFold() } else { inspector.move(to: row) }
  }

  private mutating func point(at row: Int, in column: ColumnID) {
    guard overlay == nil, !isHistoryOpen, !guide.isOpen else { return }
    isTypingFilter = false
    destination = nil
    focus(on: column)
    if self[column].row(at: row) != nil { self[column].move(to: row) }
  }

  private mutating func resize(_ viewport: Viewport) {
    self.viewport = viewport
    for column in ColumnID.allCases { self[column].setHeight(viewport.columnRows) }
    inspector.setSize(width: viewport.inspectorWidth, height: viewport.inspectorRows)
    history.setHeight(viewport.overlayRows)
    comparison?.setSize(width: viewport.inspectorWidth, height: viewport.inspectorRows)
    let listRows = context == .themes ? viewport.themeRows : viewport.finderRows
    overlay?.typedList?.setHeight(listRows)
    if case .profiles(var menu) = overlay {
      menu.setHeight(viewport.switcherRows)
      overlay = .profiles(menu)
    } else if case .compare(var menu) = overlay {
      menu.setHeight(viewport.overlayRows)
      overlay = .compare(menu)
    }
  }

  private mutating func finish(_ profile: Profile.ID, _ key: LoadKey, _ outcome: LoadOutcome) -> [Effect] {
    guard profile == self.profile.id else { return [] }
    directory.finish(key, outcome)
    switch key {
    case .countries: showCountries()
    case .cities(let code) where code == shownCountry: showCities()
    case .aspsps(let place) where place == shownCity: showASPSPs()
    case .cities, .aspsps, .detail: break
    }
    return refreshFinder()
  }

  /// Shows one exchange by itself.
  mutating func pin(_ inspection: Inspection, madeUnder origin: CallOrigin) {
    (pinnedOrigin, returnsToHistory, returnsToGuide) = (origin, false, false)
    overlay = nil
    isTypingFilter = false
    bodyInput = nil
    isHistoryOpen = false
    guide.isOpen = false
    pinned = inspection
    comparison = nil
    focus = .inspector
  }

  /// Goes back to where what the inspector shows was asked for.
  mutating func leaveInspector() {
    let (returns, isOfGuide) = (isPinnedFromHistory, pinned != nil && returnsToGuide)
    focus(on: column)
    if returns { openHistory() }
    guide.isOpen = isOfGuide
  }

  mutating func focus(on column: ColumnID) {
    (pinned, comparison) = (nil, nil)
    bodyInput = nil
    self.column = column
    focus = .column(column)
  }
}
