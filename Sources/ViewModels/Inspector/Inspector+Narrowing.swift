import JSONText

extension Inspector {
  /// So many values or fewer are shown open.
  private static let fewValues = 3

  /// Shows some values of the body alone.
  mutating func narrow(to tree: JSONTree) {
    var tree = tree
    if tree.count <= Self.fewValues { tree.unfoldAll() }
    changeBody { page in
      page.whole = page.whole ?? page.tree
      page.tree = tree
    }
    show(0)
  }

  /// Shows all of the body again, as it was before it was narrowed.
  ///
  /// - Parameter row: the row to show then; nil for the one of the value under the cursor.
  mutating func widen(to row: Int?) {
    let value = jsonLine?.value
    var target = row
    changeBody { page in
      page.query = nil
      guard let whole = page.whole.take() else { return }
      page.tree = whole
      if row == nil, let value { target = page.changeTree { $0.reveal(value) } }
    }
    show(target ?? 0)
  }
}
