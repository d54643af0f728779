import ExplorerStorage
import OpenPayments

/// What can be done in columns and inspector.
extension Explorer {
  /// - Returns: false for what means nothing of its own here.
  mutating func runInColumns(_ command: Command) -> Bool {
    if let motion = Motion(command) {
      move(motion)
      return true
    }
    switch command {
    case .open: open()
    case .back: back()
    case .nextPane, .previousPane: if focus == .inspector { focus(on: column) } else { focus = .inspector }
    case .filter: beginFilter()
    case .toggleExchange: toggleExchange()
    case .zoom where file != nil: break
    case .zoom where !isZoomed && !viewport.sharesScreen:
      notice = Notice("One pane has the whole screen here already.")
    case .zoom: isZoomed.toggle()
    case .edit: editRequest()
    case .compare: take(comparison.open(subjectToCompare, among: callers, in: world))
    case .markForComparison: take(comparison.mark(subjectToCompare))
    case .copy: layers.push(.copyMenu)
    case .acceptFilter:
      isTypingFilter = false
      if bodyInput?.purpose == .query { keepQuery() } else { bodyInput = nil }
    case .cancel: cancel()
    default: return false
    }
    return true
  }

  private mutating func move(_ motion: Motion) {
    guard focus != .inspector else {
      let row = motion.target(from: inspector.cursor, count: inspector.count, height: viewport.inspectorRows)
      inspector.move(to: row)
      return
    }
    destination = nil
    let list = self[column]
    self[column].move(to: motion.target(from: list.cursor, count: list.count, height: viewport.columnRows))
  }

  private mutating func open() {
    destination = nil
    switch focus {
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

  /// Changes the text that is being typed into a filter or a search.
  mutating func editInPanes(_ change: (inout TextField) -> Void) {
    if isTypingFilter {
      var field = TextField(self[column].filter)
      change(&field)
      self[column].setFilter(field.text)
    } else if var input = bodyInput {
      change(&input.field)
      input.completion = nil
      bodyInput = input
      if input.purpose == .search { search(for: input.field.text) } else { query(input.field.text) }
    }
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

  mutating func refresh() {
    guard session.retries.isEmpty else { return outbox.append(.retryNow(caller)) }
    guard let key = focusedKey, key.isNamed else {
      notice = Notice("Nothing to refresh here.")
      return
    }
    for key in [key] + failedDependents { load(key) }
  }

  /// What has failed in the columns to the right of the focused one: trying again there is meant as well.
  private var failedDependents: [LoadKey] {
    var keys: [LoadKey] = []
    if column == .countries, let code = shownCountry, session.directory.cities[code]?.failure != nil {
      keys.append(.cities(isoCountryCode: code))
    }
    if column != .aspsps, let place = shownCity, session.directory.aspsps[place]?.failure != nil {
      keys.append(.aspsps(place))
    }
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
    return focus == .inspector || session.directory.details[bicFi]?.failure != nil ? bicFi : nil
  }

  private mutating func cancel() {
    if isTypingFilter {
      isTypingFilter = false
      self[column].setFilter("")
    } else if call.pending != nil {
      take(call.cancel())
    } else if let target = destination {
      destination = nil
      notice = Notice("Not gone on to \(target).")
      cancelLoads()
    } else if bodyInput?.purpose == .query {
      dropQuery()
    } else if focus == .inspector, inspector.body?.search != nil || bodyInput != nil {
      dropSearch()
    } else if focus == .inspector, inspector.body?.query != nil {
      dropQuery()
    } else if !session.directory.loading.isEmpty {
      cancelLoads()
    } else if walk != nil {
      cancelWalk()
    } else if !self[column].filter.isEmpty {
      self[column].setFilter("")
    } else if focus == .inspector {
      if !refuses(.back) { leaveInspector() }
    } else if pointsToGuide {
      take(guide.dismissPointer())
    } else {
      notice = Notice("Nothing to cancel.")
    }
  }

  mutating func cancelLoads() {
    let cancelled = LoadFailure(message: "Cancelled.", suggestion: "r asks again.", isCancelled: true)
    let keys = session.directory.loading.keys
    for key in keys {
      // Without its detail an ASPSP shows the list's call; coming back to it asks again.
      if key.kind == .detail {
        session.directory.forget(key)
      } else {
        session.directory.finish(key, .failed(cancelled))
      }
    }
    outbox += Set(keys.map(\.kind)).map(Effect.cancel)
  }

  // MARK: - Reading all of the directory

  /// Reads all that is not known yet.
  mutating func beginWalk() {
    guard walk == nil else { return }
    let plan = WalkPlan(session.directory)
    guard !plan.waiting.isEmpty else {
      notice = Notice("All of the directory is known.")
      return
    }
    walk = DirectoryWalk(startedAt: now, progress: plan.progress)
    outbox.append(.platform(.walk(plan), as: caller))
  }

  mutating func cancelWalk() {
    walk = nil
    notice = Notice("Stopped reading the directory; what came is kept.")
    outbox.append(.cancelWalk)
  }

  mutating func endWalk(_ failure: LoadFailure?) {
    guard let ended = walk else { return }
    walk = nil
    if let failure {
      notice = Notice(
        "\(ended.progress.failed) of \(ended.progress.done + ended.progress.failed) calls for the directory failed: \(failure.message)"
      )
    } else {
      notice = Notice("All of the directory is known: f finds anything in it.")
    }
    refreshFinder()
  }
}
