extension JSONTree {
  /// Folds the container whose row this is, either bracket's.
  ///
  /// - Returns: the row of the folded container; nil if there is nothing to fold.
  @discardableResult
  public mutating func fold(_ row: Int) -> Int? {
    guard let container = place(ofRow: row), index.closing(container) != nil, !folded[container] else { return nil }
    folded.insert(container)
    let index = index
    visible.update(from: container) { $0.hide(container, of: index) }
    return visible.rank(of: container)
  }

  /// Opens the folded container whose row this is. What was folded in it stays folded.
  ///
  /// - Returns: whether there was anything to open.
  @discardableResult
  public mutating func unfold(_ row: Int) -> Bool {
    guard let container = place(ofRow: row), index.closing(container) != nil, folded[container] else { return false }
    folded.remove(container)
    refresh(inside: container)
    return true
  }

  public mutating func unfoldAll() {
    folded.removeAll()
    refresh()
  }

  /// Folds every container but the document's own value.
  public mutating func foldAll() {
    let blocks = index.tape.blocks
    folded.assign(0..<index.tape.count) { blocks[$0].openings }
    if roots == nil, index.tape.count > 0 { folded.remove(0) }
    refresh()
  }

  /// Folds what is inside so many containers, and opens everything around it.
  public mutating func fold(toDepth depth: Int) {
    folded.removeAll()
    var ends: [Int] = []
    var place = nextOpening(from: 0)
    while let container = place, let closing = index.closing(container) {
      while let end = ends.last, end < container { ends.removeLast() }
      if ends.isEmpty, let roots, !roots[container] {
        // Outside of what is shown.
        place = roots.next(from: container).flatMap { nextOpening(from: $0) }
      } else if ends.count >= depth {
        folded.insert(container)
        place = nextOpening(from: closing)
      } else {
        ends.append(closing)
        place = nextOpening(from: container + 1)
      }
    }
    refresh()
  }

  /// Folds everything but what is around the row.
  ///
  /// - Returns: where the row is then; nil if there is no such row.
  public mutating func foldOthers(_ row: Int) -> Int? {
    guard let target = place(ofRow: row) else { return nil }
    foldAll()
    return reveal(target)
  }

  /// Opens whatever hides a value.
  ///
  /// - Returns: its row; nil if it is not among what the tree shows.
  public mutating func reveal(_ value: JSONValue) -> Int? {
    guard value.index === index || value.index == index else { return nil }
    let place = value.isKey ? value.node + 1 : value.node
    if let roots {
      guard let root = roots.previous(before: place + 1), place < index.next(root) else { return nil }
    }
    return reveal(place)
  }

  private mutating func reveal(_ place: Int) -> Int {
    var outermost: Int?
    var inner = place
    // What is around the values that are shown alone stays as it is.
    while !(roots?[inner] ?? false), let container = index.tape.parent(inner) {
      if folded[container] {
        folded.remove(container)
        outermost = container
      }
      inner = container
    }
    if let outermost { refresh(inside: outermost) }
    return visible.rank(of: place)
  }

  private func nextOpening(from place: Int) -> Int? {
    var block = place / JSONBlock.size
    let blocks = index.tape.blocks
    guard block < blocks.count else { return nil }
    var bits = blocks[block].openings & (UInt64.max << UInt64(place % JSONBlock.size))
    while bits == 0 {
      block += 1
      guard block < blocks.count else { return nil }
      bits = blocks[block].openings
    }
    return block * JSONBlock.size + bits.trailingZeroBitCount
  }
}
