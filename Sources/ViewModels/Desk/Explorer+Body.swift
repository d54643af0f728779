extension Explorer {
  /// - Returns: false for what has nothing to do with the inspector.
  mutating func runInInspector(_ command: Command) -> Bool {
    switch command {
    case .nextPage: inspector.turn(by: 1)
    case .previousPage: inspector.turn(by: -1)
    case .scrollLeft: inspector.scrollSideways(by: -8)
    case .scrollRight: inspector.scrollSideways(by: 8)
    case .goToError: goToError()
    case .complete where bodyInput != nil: completeQuery(by: 1)
    case .toggleFold, .unfold, .fold, .unfoldAll, .foldAll, .foldOthers, .parent, .nextSibling, .previousSibling,
      .search, .query, .nextHit, .previousHit, .turnForm:
      guard inspector.page == .body, inspector.body != nil else {
        notice = Notice("Only the body can be folded and searched: p turns to it.")
        return true
      }
      runInBody(command)
    default: return false
    }
    return true
  }

  private mutating func runInBody(_ command: Command) {
    switch command {
    case .toggleFold: if !inspector.toggleFold() { notice = Notice("Nothing is folded here.") }
    case .fold: foldOrClimb()
    case .unfold: if !inspector.unfold() { inspector.move(by: 1) }
    case .foldAll: inspector.foldAll()
    case .unfoldAll: inspector.unfoldAll()
    case .foldOthers: inspector.foldOthers()
    case .parent: if !inspector.moveToParent() { notice = Notice("This is the outermost value.") }
    case .nextSibling: if !inspector.moveToNextSibling() { notice = Notice("This is the last one in its list.") }
    case .previousSibling:
      if !inspector.moveToPreviousSibling() { notice = Notice("This is the first one in its list.") }
    case .turnForm:
      inspector.turnForm()
      searchAgain()
    case .search: bodyInput = BodyInput(.search, origin: inspector.cursor)
    case .query: beginQuery()
    case .nextHit: if bodyInput?.purpose == .query { completeQuery(by: 1) } else { moveToHit(.forward) }
    case .previousHit: if bodyInput?.purpose == .query { completeQuery(by: -1) } else { moveToHit(.backward) }
    default: break
    }
  }

  /// Folds what is open, else goes to what is around it, and from there back to the columns.
  private mutating func foldOrClimb() {
    if inspector.fold() || inspector.moveToParent() || refuses(.back) { return }
    back()
  }

  /// Goes to where the body stops being JSON, from anywhere.
  private mutating func goToError() {
    guard let body = inspector.body, let place = body.inspection.brokenPlace else {
      let isJSON = inspector.body?.inspection.document != nil
      notice = Notice(isJSON ? "This body is JSON to its end." : "This body isn't JSON.")
      return
    }
    focus = .inspector
    inspector.turn(to: .body)
    // What a path selects ends before it.
    if body.form == .tree, body.query != nil { dropQuery() }
    inspector.show(inspector.body?.row(atTextByte: place.offset) ?? 0)
    notice = Notice("Not JSON from \(place.words) on: \(place.reason).")
  }

  // MARK: - Searching

  /// Looks for a text; an empty one ends the search.
  mutating func search(for text: String) {
    let hadSearch = inspector.body?.search != nil
    searchesSoFar += 1
    let search = BodySearch(id: searchesSoFar, text: text)
    inspector.changeBody { $0.search = text.isEmpty ? nil : search }
    guard let page = inspector.body, let job = BodySearch.Job(search, in: page) else {
      if hadSearch { outbox.append(.stopFinding) }
      return
    }
    guard job.isQuick else { return outbox.append(.find(job)) }
    if let hits = job.run() { take(hits, of: job) }
  }

  /// Looks for what was looked for before, in what is shown now.
  mutating func searchAgain() {
    if let search = inspector.body?.search { self.search(for: search.text) }
  }

  mutating func take(_ hits: BodySearch.Hits, of job: BodySearch.Job) {
    guard inspector.body?.search?.id == job.id else { return }
    inspector.changeBody { $0.search?.hits = hits }
    if let input = bodyInput, input.purpose == .search { inspector.showHit(.forwardFromHere, from: input.origin) }
  }

  private mutating func moveToHit(_ direction: BodyPage.Direction) {
    guard let search = inspector.body?.search else {
      notice = Notice("Nothing is being looked for: / begins.")
      return
    }
    guard let hits = search.hits else { return }
    guard hits.count > 0 else {
      notice = Notice("“\(search.text)” is nowhere in this body.")
      return
    }
    inspector.showHit(direction, from: inspector.cursor)
  }

  /// Ends typing and drops what was looked for.
  mutating func dropSearch() {
    if let input = bodyInput { inspector.show(input.origin) }
    bodyInput = nil
    search(for: "")
  }
}
