/// A document as the rows of its pretty-printed form, of which containers can be folded to one row.
///
/// There is a row for every scalar and every empty container, and for each bracket of any other container. A container
/// that was never closed has no row for the bracket it lacks. Any row is found at once, and folding costs a bit for each
/// value concerned, so that a document of millions of values behaves like a small one.
public struct JSONTree: Sendable, Equatable {
  let index: JSONIndex
  /// The places that have a row now.
  var visible: RankedBits
  /// Containers that are folded, or will be when what is around them is opened.
  var folded: Bits
  /// The values that stand at the outermost level; nil where that is the document's own value.
  let roots: RankedBits?

  /// All of a document, nothing folded.
  public init(_ document: JSONDocument) {
    index = document.index
    folded = Bits(places: index.tape.count)
    visible = RankedBits(folded)
    roots = nil
    refresh()
  }

  /// These values of a document, each with all it holds; those inside another one of them have no place of their own.
  /// Containers are folded unless another one of the values is inside.
  public init(_ document: JSONDocument, only values: some Sequence<JSONValue>) {
    index = document.index
    var roots = Bits(places: index.tape.count)
    var folded = roots
    var end = 0
    var container: Int?
    for value in values where value.index === index && !value.isKey {
      if value.node >= end {
        roots.insert(value.node)
        end = index.next(value.node)
        container = index.closing(value.node) == nil ? nil : value.node
        if let container { folded.insert(container) }
      } else if let around = container {
        folded.remove(around)
        container = nil
      }
    }
    self.folded = folded
    visible = RankedBits(roots)
    self.roots = visible
    refresh()
  }

  /// How many rows there are.
  public var count: Int { visible.count }

  public var document: JSONDocument { JSONDocument(index: index) }

  /// What a row shows; nil if there is no such row.
  public subscript(row: Int) -> JSONLine? {
    guard let place = visible.place(ofRank: row) else { return nil }
    let slot = index.tape[place]
    let node = slot.isClosing ? slot.partner : place
    let isRoot = roots?[node] ?? false
    let part: JSONLine.Part =
      slot.isClosing ? .closing : !slot.isOpening ? .whole : folded[node] ? .folded : .opening
    let isMember = part != .closing && !isRoot && node > 0 && index.tape[node - 1].isKey
    let next = part == .opening ? index.tape.count : index.next(node)
    return JSONLine(
      part: part, depth: index.tape.depth(node) - rootDepth(node),
      key: isMember ? JSONValue(index: index, node: node - 1) : nil, value: JSONValue(index: index, node: node),
      hasComma: !isRoot && next < index.tape.count && !index.tape[next].isClosing,
      isRoot: isRoot && part != .closing)
  }

  /// The row where a value, or the value of a key, begins; nil while it is folded away, and for a value of another
  /// document.
  public func row(of value: JSONValue) -> Int? {
    guard value.index == index else { return nil }
    let place = value.isKey ? value.node + 1 : value.node
    return visible[place] ? visible.rank(of: place) : nil
  }

  /// The row that shows the byte at an offset, or what is nearest before it; nil if there are no rows.
  public func row(atByte offset: Int) -> Int? {
    guard count > 0 else { return nil }
    var places = 0..<index.tape.count
    while places.count > 1 {
      let middle = places.lowerBound + places.count / 2
      places = index.tape[middle].offset <= offset ? middle..<places.upperBound : places.lowerBound..<middle
    }
    let place = places.lowerBound
    let value = place < index.tape.count && index.tape[place].isKey ? place + 1 : place
    return max(visible.rank(of: value + 1) - 1, 0)
  }

  /// Where in the text what a row shows begins; nil if there is no such row.
  public func byte(ofRow row: Int) -> Int? {
    guard let place = visible.place(ofRank: row) else { return nil }
    return index.tape[place > 0 && index.tape[place - 1].isKey ? place - 1 : place].offset
  }

  private func rootDepth(_ node: Int) -> Int {
    guard let roots, let root = roots.previous(before: node + 1) else { return 0 }
    return index.tape.depth(root)
  }
}

extension JSONTree {
  /// Shows what is not inside a folded container, of the whole document or of one container in it.
  mutating func refresh(inside container: Int? = nil) {
    let (index, folded, roots) = (index, folded, roots)
    visible.update(from: container ?? 0) { visible in
      if let container {
        visible.show(container, of: index, folded)
      } else if let roots {
        visible = roots.bits
        var root = roots.next(from: 0)
        while let each = root {
          if !folded[each] { visible.show(each, of: index, folded) }
          root = roots.next(from: index.next(each))
        }
      } else if index.tape.count > 0 {
        visible.insert(0)
        if folded[0] { visible.hide(0, of: index) } else { visible.show(0, of: index, folded) }
      }
    }
  }
}

extension Bits {
  /// Shows what an open container holds, but for what is folded inside.
  fileprivate mutating func show(_ container: Int, of index: JSONIndex, _ folded: Bits) {
    guard let closing = index.closing(container) else { return }
    let blocks = index.tape.blocks
    assign(container + 1..<closing + 1) { blocks[$0].rows }
    var inner = folded.next(from: container + 1)
    while let each = inner, each < closing {
      hide(each, of: index)
      inner = folded.next(from: index.next(each))
    }
  }

  /// Hides what a container holds.
  mutating func hide(_ container: Int, of index: JSONIndex) {
    if let closing = index.closing(container) { remove(container + 1..<closing + 1) }
  }
}
