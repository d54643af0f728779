import ExplorerStorage
import OpenPayments

/// What is opened and closed, and where one goes back to.
extension Explorer {
  /// In place of what lies over page or panes.
  mutating func show(_ layer: Layer) {
    layers.closeOverlays()
    layers.push(layer)
  }

  mutating func open(_ list: CommandList) {
    guard !layers.contains(.commands) else { return }
    commandList = list
    layers.push(.commands)
  }

  mutating func openFinder() {
    finder.open(viewport)
    layers.push(.finder)
    refreshFinder()
  }

  /// The finder shows what has come meanwhile.
  mutating func refreshFinder() {
    guard layers.contains(.finder) else { return }
    take(finder.refresh(from: session.directory, near: browser.shownCity, isComingIn: browser.walk != nil, at: now))
  }

  mutating func openHistory() {
    browser.isTypingFilter = false
    if inspector.pinned?.origin == .history { focus(on: browser.column) }
    show(.history)
    history.open(viewport)
  }

  mutating func openGuide() {
    guard file == nil else { return }
    layers.closeAll()
    layers.push(.guide)
    take(guide.open(at: now))
  }

  /// Shows one exchange by itself.
  mutating func pin(_ inspection: Inspection, madeUnder maker: CallOrigin, origin: Pinned.Origin = .panes) {
    layers.closeAll()
    browser.isTypingFilter = false
    (inspector.input, inspector.pinned) = (nil, nil)
    take(comparison.close())
    inspector.pinned = Pinned(inspection, madeUnder: maker, origin: origin, width: viewport.inspectorWidth)
    focus = .inspector
  }

  /// Goes back to where what the inspector shows was asked for.
  mutating func leaveInspector() {
    let origin = inspector.pinned?.origin
    focus(on: browser.column)
    switch origin {
    case .history: openHistory()
    case .guide: layers.push(.guide)
    case .panes, nil: break
    }
  }

  mutating func focus(on column: ColumnID) {
    inspector.pinned = nil
    take(comparison.close())
    inspector.input = nil
    browser.column = column
    focus = .column(column)
  }

  /// Rooms whose layer was closed let go of what they held.
  mutating func leaveRooms(since before: Layers) {
    if before.contains(.finder), !layers.contains(.finder) { take(finder.leave()) }
    if !layers.contains(.commands) { commandList = nil }
    if !layers.contains(.commandLine) { commandLine = nil }
    if !layers.contains(.themes) { look.leave() }
    if !layers.contains(.profiles) { profileRoom.leave() }
    if !layers.contains(.profileTest) { take(profileRoom.leaveTrial()) }
    if !layers.contains(.form) { form = nil }
    if !layers.contains(.request) { requestForm = nil }
    if !layers.contains(.newApplication) { guide.newApplication = nil }
    if !layers.contains(.code) { guide.code = nil }
    while questions.count > layers.count(of: .question) { questions.removeLast() }
  }
}
