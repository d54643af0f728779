/// The rows of a list and their texts ready for filtering. Made once, together with the list.
///
/// Its indices count all rows, and are of a type of their own: none can be taken for a position in a ``Column``, which
/// counts the rows that are shown.
public struct RowList: Sendable, Equatable, RandomAccessCollection {
  public struct Index: Sendable, Hashable, Comparable {
    let number: Int

    public static func < (left: Index, right: Index) -> Bool { left.number < right.number }
  }

  private let rows: [Row]
  let index: FilterIndex

  package init(_ rows: [Row] = []) {
    self.rows = rows
    index = FilterIndex(rows)
  }

  public var startIndex: Index { Index(number: 0) }
  public var endIndex: Index { Index(number: rows.count) }
  public subscript(index: Index) -> Row { rows[index.number] }
  public func index(after index: Index) -> Index { Index(number: index.number + 1) }
  public func index(before index: Index) -> Index { Index(number: index.number - 1) }
  public func index(_ index: Index, offsetBy distance: Int) -> Index { Index(number: index.number + distance) }
  public func distance(from start: Index, to end: Index) -> Int { end.number - start.number }

  public static func == (left: RowList, right: RowList) -> Bool { left.rows == right.rows }
}

extension Array {
  /// What a row stands for, of a list that was made from these, one row each.
  subscript(row: RowList.Index) -> Element { self[row.number] }
}
