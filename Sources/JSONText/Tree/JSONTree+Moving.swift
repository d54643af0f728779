extension JSONTree {
  /// The row of the container around what a row shows; nil at the outermost level.
  public func parentRow(of row: Int) -> Int? {
    guard let place = place(ofRow: row), !(roots?[place] ?? false), let parent = index.tape.parent(place) else {
      return nil
    }
    return visible.rank(of: parent)
  }

  /// The row of the next value in the same container, or among the values at the outermost level.
  public func nextSiblingRow(of row: Int) -> Int? {
    guard let place = place(ofRow: row) else { return nil }
    let next = index.next(place)
    if let roots, roots[place] { return roots.next(from: next).map(visible.rank) }
    guard next < index.tape.count, !index.tape[next].isClosing else { return nil }
    return visible.rank(of: index.tape[next].isKey ? next + 1 : next)
  }

  /// The row of the value before it in the same container, or among the values at the outermost level.
  public func previousSiblingRow(of row: Int) -> Int? {
    guard let place = place(ofRow: row) else { return nil }
    if let roots, roots[place] { return roots.previous(before: place).map(visible.rank) }
    let start = place > 0 && index.tape[place - 1].isKey ? place - 1 : place
    guard start > 0, !index.tape[start - 1].isOpening else { return nil }
    let last = index.tape[start - 1]
    return visible.rank(of: last.isClosing ? last.partner : start - 1)
  }

  /// Where in the document the value of a row is, such as `$.aspsps[3].bicFi`; nil if there is no such row.
  public func path(ofRow row: Int) -> String? {
    place(ofRow: row).map { JSONValue(index: index, node: $0).path }
  }

  /// The place of the value whose row this is: of a closing bracket, its container's; nil if there is no such row.
  func place(ofRow row: Int) -> Int? {
    guard let place = visible.place(ofRank: row) else { return nil }
    let slot = index.tape[place]
    return slot.isClosing ? slot.partner : place
  }
}
