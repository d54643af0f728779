import ExplorerStorage
public import FoundationEssentials

extension Explorer {
  /// The exchanges that something is to be done with: those marked, else the one under the cursor.
  public var chosenExchanges: [UUID] {
    history.marked.isEmpty ? history.selected.map { [$0.id] } ?? [] : history.marked
  }

  /// Whether the history's list is still to come.
  public var isReadingHistory: Bool {
    isHistoryOpen && historySettings.isOn && !history.isLoaded && history.failure == nil
  }

  /// What a command means on the history's page.
  ///
  /// - Returns: nil for those that mean the same everywhere.
  mutating func runInHistory(_ command: Command) -> [Effect]? {
    switch command {
    case .open:
      guard let row = history.selected else {
        notice = Notice("Nothing to open here.")
        return []
      }
      return take([row.id], for: .inspection)
    case .filter: overlay = .prompt(Prompt(.historyFilter(before: history.query), text: history.query.text))
    case .refresh: refreshHistory()
    case .mark: history.toggleMark()
    case .deleteExchanges: askToDelete()
    case .compare: return compareMarked()
    case .saveRun: if !chosenExchanges.isEmpty { return take(chosenExchanges, for: .archive) }
    case .cancel where !history.marked.isEmpty:
      notice = Notice("Dropped \(Self.marks(history.marked.count)). Esc again closes the history.")
      history.unmark(history.marked)
    case .cancel, .quit, .history: return closeHistory()
    default: return nil
    }
    return []
  }

  private mutating func compareMarked() -> [Effect] {
    guard history.marked.count == 2 else {
      notice = Notice("Space marks the two exchanges to compare; \(Self.count(history.marked)) marked now.")
      return []
    }
    return take(history.marked, for: .comparison)
  }

  /// Asks for exchanges, in place of those that may have been asked for before.
  private mutating func take(_ ids: [UUID], for use: HistoryUse) -> [Effect] {
    taking = HistoryTaking(ids: ids, use: use, askedFrom: standpoint)
    return [.takeFromHistory(ids, use)]
  }

  /// Does with exchanges of the history what they were asked for, if one is still there and has not asked for others.
  mutating func use(_ taken: [TakenExchange], for use: HistoryUse) -> [Effect] {
    guard let asked = taking, asked.brings(taken, for: use), let first = taken.first else { return [] }
    taking = nil
    guard asked.askedFrom == standpoint else {
      notice = Notice("What was asked of the history came while you were elsewhere: ask there again (H).")
      return []
    }
    switch use {
    case .inspection:
      pin(first.inspection, madeUnder: .named(first.profile))
      returnsToHistory = true
    case .comparison:
      let inOrder = taken.sorted { $0.number < $1.number }
      guard let earlier = inOrder.first, let later = inOrder.last else { break }
      pin(later.inspection, madeUnder: .named(later.profile))
      returnsToHistory = true
      return compare(earlier.inspection, of: earlier.profile, later.inspection, of: later.profile)
    case .archive: promptForArchive(.exchanges(taken.map(\.inspection.exchange)))
    }
    return []
  }

  mutating func openHistory() {
    overlay = nil
    isTypingFilter = false
    if isPinnedFromHistory { focus(on: column) }
    isHistoryOpen = true
    history.setHeight(viewport.overlayRows)
    history.noteNews()
    if history.failure != nil { history.reload() }
  }

  mutating func closeHistory() -> [Effect] {
    isHistoryOpen = false
    taking = nil
    history.abandon()
    return [.cancelHistory]
  }

  /// Asks for the rows that are to be seen.
  mutating func followHistory() -> [Effect] {
    guard isHistoryOpen, historySettings.isOn, let request = history.nextRequest() else { return [] }
    return [.readHistory(request)]
  }

  mutating func finish(_ request: HistoryRequest, _ outcome: HistoryOutcome) { history.take(request, outcome) }

  mutating func note(_ event: HistoryEvent) {
    if event == .written { history.noteNews() }
    if let message = event.message { notice = Notice(sentence: message) }
  }

  mutating func finishDeletion(_ ids: [UUID], _ reason: String?) {
    if let reason {
      notice = Notice("Not deleted: \(reason)")
    } else {
      history.unmark(ids)
      notice = Notice("Deleted \(Self.count(ids)).")
    }
    history.reload()
  }

  /// Lists what the text finds as far as it is typed, if it can be read; until it can the list stays as it is.
  ///
  /// - Returns: why it can't be read.
  mutating func filterHistory(_ text: String) -> String? {
    do { history.setQuery(try HistoryQuery(text, now: now, timeZone: timeZone)) } catch { return error.description }
    return nil
  }

  /// `since:1h` counts from now again.
  private mutating func refreshHistory() {
    history.reload()
    _ = filterHistory(history.query.text)
  }

  private mutating func askToDelete() {
    let ids = chosenExchanges
    guard !ids.isEmpty else {
      notice = Notice("Nothing to delete here.")
      return
    }
    overlay = .question(Question(purpose: .deleteExchanges(ids, hidden: history.hiddenMarks)))
  }

  private static func marks(_ count: Int) -> String { count == 1 ? "the mark" : "all \(count) marks" }

  private static func count(_ ids: [UUID]) -> String {
    ids.count == 1 ? "one exchange" : "\(ids.count) exchanges"
  }
}
