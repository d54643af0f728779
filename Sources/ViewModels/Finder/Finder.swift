import ExplorerStorage
import FoundationEssentials

/// Everything that is known of the directory in one list, narrowed as somebody types.
public struct Finder: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Never, Outcome>

  public enum Work: Sendable, Hashable {
    /// Gather what can be found, in place of what may be gathered now.
    case gather(FinderEntries.Job)
    /// Gather no more, and let go of what was gathered.
    case close(FinderEntries)
  }

  enum Outcome {
    case go(Address)
    /// Read all of the directory.
    case read
    case closed
  }

  public enum News: Sendable {
    case gathered(FinderEntries.Job, FinderEntries)
  }

  /// While the whole directory comes in, list after list, it keeps up in steps.
  private static let pause: TimeInterval = 0.25

  public private(set) var typed = TypedList(height: 1)
  private(set) var entries = FinderEntries()
  /// When it last took in what is known.
  private(set) var takenAt: Date?
  /// What is being gathered away from the screen's thread.
  private(set) var gathering: FinderEntries.Job?
  private var gatherings = 0

  mutating func open(_ viewport: Viewport) { typed = TypedList(height: viewport.finderRows) }

  /// Lets go of what was gathered, of which there may be much.
  mutating func leave() -> Turn {
    let gathered = entries
    (typed, entries, takenAt, gathering) = (TypedList(height: 1), FinderEntries(), nil, nil)
    return .work(.close(gathered))
  }

  public var list: Column { typed.list }
  public func place(at position: Int) -> FoundPlace? { list.index(at: position).map { entries.places[$0] } }
  public var selected: FoundPlace? { place(at: list.cursor) }
  /// How many there are to choose from.
  public var count: Int { entries.places.count }
  /// Whether nothing can be found yet, as what is known is still being gathered.
  public var isPreparing: Bool { takenAt == nil }

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, in world: World) -> Turn? {
    if let motion = Motion(command) {
      typed.move(motion)
      return .done
    }
    switch command {
    case .jump:
      // Somebody who types faster than it is gathered wants the place, not the first frame.
      if isPreparing, let gathering { finish(gathering, at: world.now) }
      return selected.map { .tell(.go($0.address)) } ?? .say("Nothing is found to go to.")
    case .readDirectory: return .tell(.read)
    case .cancel where !typed.field.text.isEmpty: return edit { $0.eraseAll() }
    case .cancel, .quit: return .tell(.closed)
    default: return nil
    }
  }

  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    typed.edit(change)
    return .done
  }

  mutating func resize(_ viewport: Viewport) { typed.setHeight(viewport.finderRows) }
  mutating func scroll(by distance: Int) { typed.scroll(by: distance) }

  /// Whether the row was under the cursor already.
  mutating func point(at row: Int) -> Bool { typed.point(at: row) }

  /// Shows what has come meanwhile.
  ///
  /// - Parameters:
  ///   - city: the one whose list an ASPSP of several cities is shown in.
  ///   - isComingIn: whether all of the directory is being read.
  mutating func refresh(from directory: Directory, near city: CityPlace?, isComingIn: Bool, at now: Date) -> Turn {
    let pausesUntil = takenAt?.addingTimeInterval(Self.pause) ?? .distantPast
    guard !isComingIn || gathering == nil && now >= pausesUntil else { return .done }
    gatherings += 1
    let job = FinderEntries.Job(directory, near: city, id: gatherings)
    gathering = job
    guard job.isQuick else { return .work(.gather(job)) }
    finish(job, at: now)
    return .done
  }

  mutating func take(_ news: News, at now: Date) {
    switch news {
    case .gathered(let job, let entries): if gathering == job { take(entries, at: now) }
    }
  }

  private mutating func finish(_ job: FinderEntries.Job, at now: Date) {
    if let entries = job.run() { take(entries, at: now) }
  }

  /// What is under the cursor stays there.
  private mutating func take(_ entries: FinderEntries, at now: Date) {
    (takenAt, gathering) = (now, nil)
    self.entries = entries
    typed.take(entries.rows)
  }

  /// Why nothing is shown; nil if something is.
  ///
  /// - Parameter knowsAll: whether nothing of the directory is unknown that can be asked for.
  public func nothingFound(knowsAll: Bool) -> Sentence? {
    guard list.count == 0 else { return nil }
    guard !isPreparing else { return "Gathering what is known of the directory." }
    guard count > 0 else { return "Nothing of the directory is known yet. \(key: .readDirectory) reads all of it." }
    let unknown = wordsWithoutHit.map { "“\($0)”" }
    let reason =
      unknown.isEmpty
      ? "No entry has all of these words." : "Nothing known has \(unknown.joined(separator: " or "))."
    let known: Sentence =
      knowsAll
      ? "All of the directory was looked through" : "Not all of the directory is known: \(key: .readDirectory) reads it"
    return "\(reason) \(known) (\(count) entries)."
  }

  /// Words that nothing known has; if there are none, no entry has all words together.
  private var wordsWithoutHit: [String] {
    let text = typed.field.text
    let terms = (try? QueryTerm.terms(of: text)) ?? (try? QueryTerm.terms(of: "\(text)\"")) ?? []
    return terms.filter { !$0.isNegated && list.hits(of: $0.text) == 0 }.map {
      $0.text.filter { $0 != "\"" }
    }
  }
}
