import ExplorerStorage
import OpenPayments

/// Who is told of what happened.
extension Explorer {
  mutating func reduce(_ action: Action) {
    switch action {
    case .command(let command): run(command)
    case .chosen(let command): carryOut(command)
    case .typed(let text): type(text)
    case .pointed(let column, let row): point(at: row, in: column)
    case .pagePointed(let page): take(inspector.point(at: page))
    case .linePointed(let row): point(atLine: row)
    case .depthChosen(let depth):
      notice = nil
      inspector.fold(toDepth: depth)
    case .scrolled(.column(let column), let distance): browser[column].scroll(by: distance)
    case .scrolled(.inspector, let distance) where comparison.shown != nil: comparison.scroll(by: distance)
    case .scrolled(.inspector, let distance): inspector.scroll(by: distance)
    case .historyPointed(let row): if overlay == nil { history.point(at: row) }
    case .historyScrolled(let distance): history.scroll(by: distance)
    case .guidePointed(let place):
      guard layers.top == .guide else { break }
      notice = nil
      take(guide.point(at: place, among: profiles, in: world))
    case .guideScrolled(let distance): guide.scroll(by: distance, among: profiles, in: world)
    case .rowPointed(let position): point(atRow: position)
    case .rowsScrolled(let distance): scrollOverlay(by: distance)
    case .panePointed(let pane): point(at: pane)
    case .arranged(let arrangement): take(look.arrange(arrangement, isComparing: comparison.shown != nil))

    case .viewportChanged(let viewport): resize(viewport)
    case .focusChanged(let hasFocus): clock.hasFocus = hasFocus
    case .ticked: clock.ring()

    case .browser(let news):
      take(browser.take(news, &sessions.current.directory, in: world))
      if case .walkEnded = news { refreshFinder() }
    case .inspector(let news): take(inspector.take(news))
    case .call(let tag, let news): if tag == sessions.tag { take(call.take(news, in: world)) }
    case .comparison(let news): take(comparison.take(news, in: world))
    case .copying(let news): take(copying.take(news, among: profiles, current: profile))
    case .finder(let news): finder.take(news, at: now)
    case .guide(let news): take(news)
    case .history(let news): take(history.take(news, in: world))
    case .look(let news): take(look.take(news))
    case .places(let news): take(places.take(news))
    case .profiles(let news): profileRoom.take(news)
    case .saved(let outcome): take(saving.take(outcome, in: world))

    case .loaded(let tag, let key, let outcome): if tag == sessions.tag { finish(key, outcome) }
    case .loadReceived(let tag, let key, let count): if tag == sessions.tag { session.directory.note(count, of: key) }
    case .tokenChanged(let tag, let status): sessions[tag].token = status
    case .tokenSeen(let tag, let until): if sessions[tag].token == nil { sessions[tag].token = .valid(until: until) }
    case .token(let tag, let news): take(news, of: tag)
    case .exchanged(let tag, let exchange): note(exchange, of: tag)
    case .retryBegan(let tag, let retry): sessions[tag].retries.append(retry)
    case .retryEnded(let tag, let wait): sessions[tag].retries.removeAll { $0.wait == wait }

    case .profilesRead(let list): take(list, after: nil)
    case .profilesChanged(let change, let result): finish(change, result)
    case .hostsAllowed(let hosts):
      profileRoom.shelf.allowedHosts.formUnion(hosts)
      release()
    case .waitedForLock(let event): note(event)
    case .fileRead(let step): take(step)
    }
  }

  /// What was said of a wait goes with it.
  private mutating func note(_ event: LockEvent) {
    if let message = event.message { notice = Notice(sentence: message) }
    if case .ended(let wait) = event, let said = LockEvent.began(wait).message, notice == Notice(sentence: said) {
      notice = nil
    }
  }

  private mutating func note(_ exchange: Exchange, of tag: ProfileTag) {
    saving.hasCalls = true
    guard tag == sessions.tag else { return }
    session.calls.count += 1
    session.calls.lastDuration = exchange.timings.total
  }

  /// Told to somebody who looks at the token, or at the profiles.
  private mutating func take(_ news: TokenNews, of tag: ProfileTag) {
    guard let words = sessions[tag].take(news) else { return }
    switch overlay {
    case .token where tag == sessions.tag: notice = Notice(words)
    case .profiles: if let profile = profile(tag) { notice = Notice("\(profile.name): \(words)") }
    default: break
    }
  }

  private mutating func finish(_ key: LoadKey, _ outcome: LoadOutcome) {
    session.directory.finish(key, outcome)
    browser.show(key, of: session.directory)
    refreshFinder()
  }

  private mutating func resize(_ viewport: Viewport) {
    self.viewport = viewport
    browser.resize(viewport)
    inspector.setSize(width: viewport.inspectorWidth, height: viewport.inspectorRows)
    history.resize(viewport)
    comparison.resize(viewport)
    finder.resize(viewport)
    commandList?.resize(viewport)
    look.resize(viewport)
    profileRoom.resize(viewport)
  }
}
