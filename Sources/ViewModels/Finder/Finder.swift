import ExplorerStorage
import FoundationEssentials

/// Everything that is known of the directory in one list, narrowed as somebody types.
public struct Finder: Sendable, Equatable {
  public internal(set) var typed: TypedList
  private(set) var entries = FinderEntries()
  /// When it last took in what is known.
  private(set) var takenAt: Date?
  /// What is being gathered away from the screen's thread.
  var gathering: FinderEntries.Job?

  init(height: Int) { typed = TypedList(height: height) }

  public var list: Column { typed.list }
  public func place(at position: Int) -> FoundPlace? { list.index(at: position).map { entries.places[$0] } }
  public var selected: FoundPlace? { place(at: list.cursor) }
  /// How many there are to choose from.
  public var count: Int { entries.places.count }
  /// Whether nothing can be found yet, as what is known is still being gathered.
  public var isPreparing: Bool { takenAt == nil }

  /// Takes in what is known by now; what is under the cursor stays there.
  mutating func take(_ entries: FinderEntries, at now: Date) {
    (takenAt, gathering) = (now, nil)
    self.entries = entries
    typed.take(entries.rows)
  }

  /// Words that nothing known has; if there are none, no entry has all words together.
  var wordsWithoutHit: [String] {
    let text = typed.field.text
    let terms = (try? QueryTerm.terms(of: text)) ?? (try? QueryTerm.terms(of: "\(text)\"")) ?? []
    return terms.filter { !$0.isNegated && list.hits(of: $0.text) == 0 }.map {
      $0.text.filter { $0 != "\"" }
    }
  }
}
