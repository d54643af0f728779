/// A list below a line in which one types what to look for.
public struct TypedList: Sendable, Equatable {
  public private(set) var field = TextField()
  public private(set) var list = Column()
  /// Whether the cursor was put where it is, rather than on the best of what is found.
  private var isMoved = false

  /// - Parameter height: rows that are on screen.
  init(_ rows: [Row] = [], height: Int) {
    list.setHeight(height)
    take(RowList(rows))
  }

  /// Other rows; a cursor that was put somewhere stays there.
  mutating func take(_ rows: RowList) {
    list.setRows(rows, selecting: isMoved ? list.selected?.id : nil)
    if !isMoved { list.move(to: 0) }
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    change(&field)
    isMoved = false
    list.setFilter(field.text)
  }

  mutating func move(to position: Int) {
    isMoved = true
    list.move(to: position)
  }

  mutating func select(_ row: RowList.Index) {
    isMoved = true
    _ = list.select(row)
  }

  mutating func move(_ motion: Motion) {
    move(to: motion.target(from: list.cursor, count: list.count, height: list.height))
  }

  /// - Returns: whether the cursor was there already.
  mutating func point(at position: Int) -> Bool {
    guard list.cursor != position else { return true }
    move(to: position)
    return false
  }

  mutating func scroll(by distance: Int) {
    isMoved = true
    list.scroll(by: distance)
  }

  mutating func setHeight(_ height: Int) { list.setHeight(height) }
}
