/// A list with a cursor, of which a window is on screen, and a filter.
///
/// Positions count the rows that pass the filter, and are numbers; a place among all rows is a ``RowList/Index``. The cursor
/// is always inside the window.
public struct Column: Sendable, Equatable {
  public private(set) var rows = RowList()
  public private(set) var cursor = 0
  /// The first position in the window.
  public private(set) var top = 0
  public private(set) var filter: String = ""
  /// Those of the ``rows`` that pass the filter, best first or in the chosen order; nil without a filter.
  private var matches: [RowList.Index]?
  public private(set) var height = 1
  public private(set) var order = RowOrder.sent
  /// All ``rows`` in the chosen order; nil where it is their own.
  private var ordered: [RowList.Index]?

  public init() {}

  public var count: Int { matches?.count ?? rows.count }

  func index(at position: Int) -> RowList.Index? {
    guard position >= 0, position < count else { return nil }
    return matches?[position] ?? ordered?[position] ?? rows.index(rows.startIndex, offsetBy: position)
  }

  public func row(at position: Int) -> Row? { index(at: position).map { rows[$0] } }
  var selectedIndex: RowList.Index? { index(at: cursor) }
  public var selected: Row? { row(at: cursor) }

  /// Takes new rows; the cursor goes to the row with this id, else stays where it was.
  ///
  /// - Parameter name: which of several rows with that id.
  package mutating func setRows(_ rows: RowList, selecting id: String?, named name: String? = nil) {
    self.rows = rows
    ordered = rows.ordered(by: order)
    if !filter.isEmpty { match() }
    func isSought(_ row: Row?) -> Bool { row?.id == id && (name == nil || row?.name == name) }
    guard id != nil, !isSought(selected) else { return move(to: cursor) }
    move(to: (0..<count).first { isSought(row(at: $0)) } ?? cursor)
  }

  package mutating func clear() {
    let (height, order) = (height, order)
    self = Column()
    (self.height, self.order) = (height, order)
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
      move(to: selectedIndex.flatMap(position) ?? 0)
    } else {
      match()
      move(to: 0)
    }
  }

  /// Shows the rows in their next order; the cursor stays on its row. Codes order nothing where there are none.
  package mutating func turnOrder() {
    let hasCodes = rows.contains { !$0.code.isEmpty }
    let orders = RowOrder.allCases.filter { $0 != .code || hasCodes }
    let next = (orders.firstIndex(of: order) ?? 0) + 1
    let selectedIndex = selectedIndex
    order = orders[next % orders.count]
    ordered = rows.ordered(by: order)
    if !filter.isEmpty { match() }
    move(to: selectedIndex.flatMap(position) ?? 0)
  }

  /// Goes to one of the rows; a filter that hides it goes.
  ///
  /// - Returns: the filter that went, if one did.
  package mutating func select(_ index: RowList.Index) -> String? {
    let hiding = position(of: index) == nil && !filter.isEmpty ? filter : nil
    if hiding != nil { setFilter("") }
    if let position = position(of: index) { move(to: position) }
    return hiding
  }

  /// How many rows a filter would leave.
  package func hits(of text: String) -> Int { rows.index.matches(FilterQuery(text)).count }

  private mutating func match() {
    let best = rows.index.matches(FilterQuery(filter))
    matches = rows.ordered(by: order, best) ?? best
  }

  /// Where a row is shown; nil if the filter hides it.
  private func position(of index: RowList.Index) -> Int? {
    guard rows.indices.contains(index) else { return nil }
    guard let shown = matches ?? ordered else { return rows.distance(from: rows.startIndex, to: index) }
    return shown.firstIndex(of: index)
  }

  private mutating func keepCursorVisible() {
    top = min(max(top, cursor - height + 1), cursor)
    top = max(min(top, count - height), 0)
  }
}
