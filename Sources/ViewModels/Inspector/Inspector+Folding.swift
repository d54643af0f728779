import JSONText

extension Inspector {
  /// Opens the container under the cursor or folds it.
  ///
  /// - Returns: whether there was one.
  mutating func toggleFold() -> Bool { fold() || unfold() }

  mutating func fold() -> Bool {
    guard jsonLine != nil, let row = changeTree({ $0.fold($1) }) else { return false }
    move(to: row)
    return true
  }

  mutating func unfold() -> Bool {
    guard jsonLine != nil, changeTree({ $0.unfold($1) ? $1 : nil }) != nil else { return false }
    move(to: cursor)
    return true
  }

  mutating func unfoldAll() { keepingPlace { $0.unfoldAll() } }
  mutating func foldAll() { keepingPlace { $0.foldAll() } }
  mutating func fold(toDepth depth: Int) { keepingPlace { $0.fold(toDepth: depth) } }

  mutating func foldOthers() {
    guard jsonLine != nil, let row = changeTree({ $0.foldOthers($1) }) else { return }
    show(row)
  }

  /// From a closing bracket to the opening one.
  mutating func moveToParent() -> Bool {
    moveInTree { tree, row in
      guard let line = tree[row], line.part == .closing else { return tree.parentRow(of: row) }
      return tree.row(of: line.value)
    }
  }

  mutating func moveToNextSibling() -> Bool { moveInTree { $0.nextSiblingRow(of: $1) } }
  mutating func moveToPreviousSibling() -> Bool { moveInTree { $0.previousSiblingRow(of: $1) } }

  private mutating func moveInTree(_ target: (JSONTree, Int) -> Int?) -> Bool {
    guard jsonLine != nil, let row = body?.tree.flatMap({ target($0, cursor) }) else { return false }
    move(to: row)
    return true
  }

  /// Changes what is folded; the cursor stays on its value, or goes to what it has been folded into.
  private mutating func keepingPlace(_ change: (inout JSONTree) -> Void) {
    let value = jsonLine?.value
    let row = changeTree { tree, cursor in
      change(&tree)
      guard let value else { return tree.count }
      var around: JSONValue? = value
      while let each = around, tree.row(of: each) == nil { around = each.parent }
      return around.flatMap(tree.row(of:)) ?? 0
    }
    if let row { show(row) }
  }
}

extension Inspector {
  /// Goes to a hit of the search, opening what hides it.
  mutating func showHit(_ direction: BodyPage.Direction, from row: Int) {
    var target: Int?
    changeBody { target = $0.rowOfHit(direction, from: row) }
    if let target { show(target) }
  }
}
