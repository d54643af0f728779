/// A list with a cursor, of which a window is on screen, and a filter.
///
/// Positions count the rows that pass the filter. The cursor is always inside the window.
public struct Column: Sendable, Equatable {
  public var rows: [Row] { list.rows }
  public private(set) var cursor = 0
  /// The first position in the window.
  public private(set) var top = 0
  public private(set) var filter: String = ""
  /// Indices into ``rows`` of those that pass the filter, best first; nil without a filter.
  private var matches: [Int]?
  private var list = RowList()
  public private(set) var height = 1

  public init() {}

  public var count: Int { matches?.count ?? rows.count }

  public func rowIndex(at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    return matches?[position] ?? position
  }

  public func row(at position: Int) -> Row? { rowIndex(at: position).map { rows[$0] } }
  public var selectedIndex: Int? { rowIndex(at: cursor) }
  public var selected: Row? { row(at: cursor) }

  /// Takes new rows; the cursor goes to the row with this id, else stays where it was.
  package mutating func setRows(_ list: RowList, selecting id: String?) {
    self.list = list
    if !filter.isEmpty { match() }
    guard let id, selected?.id != id else { return move(to: cursor) }
    move(to: (0..<count).first { row(at: $0)?.id == id } ?? cursor)
  }

  package mutating func clear() {
    let height = height
    self = Column()
    self.height = height
  }

  package mutating func move(by distance: Int) { move(to: cursor + distance) }

  package mutating func move(to position: Int) {
    cursor = min(max(position, 0), max(count - 1, 0))
    keepCursorVisible()
  }

  package mutating func scroll(by distance: Int) {
    top = min(max(top + distance, 0), max(count - height, 0))
    cursor = min(max(cursor, top), max(min(top + height, count) - 1, 0))
  }

  package mutating func setHeight(_ height: Int) {
    self.height = height
    keepCursorVisible()
  }

  /// Narrows the list; the best match gets the cursor. An empty text shows all rows and keeps the one selected.
  package mutating func setFilter(_ text: String) {
    let selectedIndex = selectedIndex
    filter = text
    if text.isEmpty {
      matches = nil
      move(to: selectedIndex ?? 0)
    } else {
      match()
      move(to: 0)
    }
  }

  /// Goes to the row with this id, if it is there; a filter that hides it goes.
  package mutating func select(_ id: String) {
    func position() -> Int? { (0..<count).first { row(at: $0)?.id == id } }
    if position() == nil, !filter.isEmpty { setFilter("") }
    if let found = position() { move(to: found) }
  }

  /// How many rows a filter would leave.
  package func hits(of text: String) -> Int { list.index.matches(FilterQuery(text)).count }

  private mutating func match() { matches = list.index.matches(FilterQuery(filter)) }

  private mutating func keepCursorVisible() {
    top = min(max(top, cursor - height + 1), cursor)
    top = max(min(top, count - height), 0)
  }
}
