/// The rows of a list and their texts ready for filtering. Made once, together with the list.
package struct RowList: Sendable, Equatable {
  let rows: [Row]
  let index: FilterIndex

  package init(_ rows: [Row] = []) {
    self.rows = rows
    index = FilterIndex(rows)
  }

  package static func == (left: RowList, right: RowList) -> Bool { left.rows == right.rows }
}
