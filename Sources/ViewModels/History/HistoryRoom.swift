public import ExplorerStorage
public import FoundationEssentials
import OpenPayments

/// The exchanges of this and earlier runs, to be looked through.
public struct HistoryRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Never, Outcome>

  public enum Work: Sendable, Hashable {
    /// Ask for rows, in place of what may be asked for now; then let it be.
    case read(HistoryRequest)
    case stopReading
    /// Get exchanges, whole, for something to be done with them.
    case take([UUID], HistoryUse)
    case delete([UUID])
  }

  enum Outcome {
    /// A filter is being typed, or no longer.
    case filtering, filtered
    case show(TakenExchange)
    case compare(earlier: TakenExchange, later: TakenExchange)
    case save([Exchange])
    case ask(Question)
    case closed
  }

  public enum News: Sendable {
    case read(HistoryRequest, HistoryOutcome)
    /// Something happened without being asked for.
    case changed(HistoryEvent)
    /// Exchanges were deleted, or could not be for a reason.
    case deleted([UUID], reason: String?)
    /// An exchange could not be had, for a reason.
    case missing(String)
    /// Exchanges are ready for what they were asked for.
    case taken([TakenExchange], HistoryUse)

    /// Whether nothing more is on its way of what was asked for.
    public var endsTaking: Bool {
      switch self {
      case .taken, .missing: true
      case .read, .changed, .deleted: false
      }
    }
  }

  /// Whether exchanges are kept, and whose.
  public let settings: HistorySettings
  public private(set) var list = HistoryList()
  /// A filter that is being typed.
  public private(set) var prompt: Prompt?
  /// What was listed before.
  private var before = HistoryQuery.all
  /// What is on its way.
  private(set) var taking: HistoryTaking?
  /// What is deleted after a yes.
  private var doomed: [UUID] = []

  init(_ settings: HistorySettings) { self.settings = settings }

  /// The exchanges that something is to be done with: those marked, else the one under the cursor.
  public var chosen: [UUID] { list.marked.isEmpty ? list.selected.map { [$0.id] } ?? [] : list.marked }

  /// Whether the list is still to come.
  public var isReading: Bool { settings.isOn && !list.isLoaded && list.failure == nil }

  mutating func open(_ viewport: Viewport) {
    list.setHeight(viewport.overlayRows)
    list.noteNews()
    if list.failure != nil { list.reload() }
  }

  mutating func close() -> Turn {
    taking = nil
    list.abandon()
    return .tell(.closed) + .work(.stopReading)
  }

  /// What has to be read for the rows that are to be seen.
  mutating func follow() -> Turn {
    guard settings.isOn, let request = list.nextRequest() else { return .done }
    return .work(.read(request))
  }

  mutating func resize(_ viewport: Viewport) { list.setHeight(viewport.overlayRows) }
  mutating func point(at row: Int) { list.move(to: row) }
  mutating func scroll(by distance: Int) { list.scroll(by: distance) }

  // MARK: - Commands

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, in world: World) -> Turn? {
    if let motion = Motion(command) {
      list.move(to: motion.target(from: list.cursor, count: list.total, height: world.viewport.overlayRows))
      return .done
    }
    switch command {
    case .open: return list.selected.map { take([$0.id], for: .inspection, in: world) } ?? .say("Nothing to open here.")
    case .filter:
      before = list.query
      prompt = Prompt("Filter the history", text: list.query.text)
      return .tell(.filtering)
    case .refresh:
      list.reload()
      // `since:1h` counts from now again.
      _ = filter(list.query.text, in: world)
      return .done
    case .mark:
      list.toggleMark()
      return .done
    case .deleteExchanges: return askToDelete()
    case .compare:
      guard list.marked.count == 2 else {
        return .say("\(key: .mark) marks the two exchanges to compare; \(Self.count(list.marked)) marked now.")
      }
      return take(list.marked, for: .comparison, in: world)
    case .saveRun: return chosen.isEmpty ? .done : take(chosen, for: .archive, in: world)
    case .cancel where !list.marked.isEmpty:
      let words = list.marked.count == 1 ? "the mark" : "all \(list.marked.count) marks"
      list.unmark(list.marked)
      return .say("Dropped \(words). \(key: .cancel) again closes the history.")
    case .cancel, .quit, .history: return close()
    default: return nil
    }
  }

  /// Asks for exchanges, in place of those that may have been asked for before.
  private mutating func take(_ ids: [UUID], for use: HistoryUse, in world: World) -> Turn {
    taking = HistoryTaking(ids: ids, use: use, askedFrom: world.standpoint)
    return .work(.take(ids, use))
  }

  private mutating func askToDelete() -> Turn {
    doomed = chosen
    guard !doomed.isEmpty else { return .say("Nothing to delete here.") }
    return .tell(.ask(.deletion(of: doomed.count, hidden: list.hiddenMarks)))
  }

  mutating func answer(_ isYes: Bool) -> Turn {
    defer { doomed = [] }
    return isYes ? .work(.delete(doomed)) : .done
  }

  // MARK: - The filter

  mutating func runInPrompt(_ command: Command, in world: World) -> Turn? {
    switch command {
    case .accept:
      let problem = filter(prompt?.text ?? "", in: world)
      prompt?.problem = problem
      return problem == nil ? endTyping() : .done
    case .cancel:
      list.setQuery(before)
      return endTyping()
    default: return nil
    }
  }

  mutating func edit(in world: World, _ change: (inout TextField) -> Void) -> Turn {
    prompt?.edit(change)
    let problem = filter(HistoryQuery.settled(prompt?.text ?? ""), in: world)
    prompt?.problem = problem
    return .done
  }

  private mutating func endTyping() -> Turn {
    prompt = nil
    return .tell(.filtered)
  }

  /// Lists what the text finds as far as it is typed, if it can be read; until it can the list stays as it is.
  ///
  /// - Returns: why it can't be read.
  private mutating func filter(_ text: String, in world: World) -> Sentence? {
    do { list.setQuery(try HistoryQuery(text, now: world.now, timeZone: world.timeZone)) } catch {
      return "\(error.description)"
    }
    return nil
  }

  // MARK: - News

  mutating func take(_ news: News, in world: World) -> Turn {
    switch news {
    case .read(let request, let outcome):
      list.take(request, outcome)
      return .done
    case .changed(let event):
      if event == .written { list.noteNews() }
      return Turn(notice: event.message.map(Notice.init(sentence:)))
    case .deleted(let ids, let reason):
      if reason == nil { list.unmark(ids) }
      list.reload()
      return .say(reason.map { "Not deleted: \($0)" } ?? "Deleted \(Self.count(ids)).")
    case .missing(let reason):
      list.reload()
      return .say("That exchange can't be shown: \(reason)")
    case .taken(let taken, let use): return self.use(taken, for: use, in: world)
    }
  }

  /// Does with exchanges what they were asked for, if one is still there and has not asked for others.
  private mutating func use(_ taken: [TakenExchange], for use: HistoryUse, in world: World) -> Turn {
    guard let asked = taking, asked.brings(taken, for: use), let first = taken.first else { return .done }
    taking = nil
    guard asked.askedFrom == world.standpoint else {
      return .say("What was asked of the history came while you were elsewhere: ask there again (\(key: .history)).")
    }
    switch use {
    case .inspection: return .tell(.show(first))
    case .comparison:
      let inOrder = taken.sorted { $0.number < $1.number }
      return .tell(.compare(earlier: inOrder[0], later: inOrder[inOrder.count - 1]))
    case .archive: return .tell(.save(taken.map(\.inspection.exchange)))
    }
  }

  private static func count(_ ids: [UUID]) -> String { ids.count == 1 ? "one exchange" : "\(ids.count) exchanges" }
}

extension Question {
  /// - Parameter hidden: how many of them are not in the list.
  fileprivate static func deletion(of count: Int, hidden: Int) -> Question {
    let text: Sentence =
      switch (count, hidden) {
      case (1, 0): "One exchange will be gone for good."
      case (1, _): "One exchange, hidden by the filter, will be gone for good."
      case (_, 0): "\(count) exchanges will be gone for good."
      default: "\(count) exchanges, \(hidden) of them hidden by the filter, will be gone for good."
      }
    return Question(title: "Delete from the history?", text: text)
  }
}
