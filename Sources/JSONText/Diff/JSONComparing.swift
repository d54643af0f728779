/// The work of comparing two documents, container by container, without recursion.
struct JSONComparing {
  typealias Entry = JSONDifference.Entry

  let left: JSONDocument
  let right: JSONDocument
  let items: JSONItems
  private(set) var entries: [Entry] = []
  private(set) var number: UInt32 = 0
  private(set) var movedCount = 0
  private var open: [Container] = []

  /// What is being gone through.
  private struct Container {
    let items: [JSONItem]
    var position = 0
    let depth: UInt32
    /// The row for its closing bracket.
    var closing: Entry?
    /// The difference that all of it belongs to; 0 while that is for each item to say.
    var number: UInt32 = 0
  }

  init(left: JSONDocument, right: JSONDocument, items: JSONItems) {
    self.left = left
    self.right = right
    self.items = items
  }

  mutating func run() throws(CancellationError) {
    let root = JSONItem(left: left.root.map { UInt32($0.node) }, right: right.root.map { UInt32($0.node) })
    open.append(Container(items: [root], depth: 0))
    var steps = CancellableSteps()
    while let container = open.last {
      try steps.next()
      if container.position < container.items.count {
        open[open.count - 1].position += 1
        let item = container.items[container.position]
        if item.left != nil, item.right != nil {
          try compare(item, depth: container.depth)
        } else {
          append(item, depth: container.depth, number: container.number == 0 ? nextNumber() : container.number)
        }
      } else {
        open.removeLast()
        if let closing = container.closing { entries.append(closing) }
      }
    }
  }

  private mutating func nextNumber() -> UInt32 {
    number += 1
    return number
  }

  /// Something that both sides have.
  private mutating func compare(_ item: JSONItem, depth: UInt32) throws(CancellationError) {
    guard let leftNode = item.left, let rightNode = item.right else { return }
    if item.isMoved { movedCount += 1 }
    let (leftValue, rightValue) = (left.value(at: leftNode), right.value(at: rightNode))
    guard items.leftHashes[leftValue] != items.rightHashes[rightValue] else {
      entries.append(entry(item, .same, .whole, depth, number: 0))
      return
    }
    if leftValue.isContainer, leftValue.kind == rightValue.kind {
      open(item, .same, try items.items(of: leftValue, and: rightValue), depth: depth, number: 0)
    } else if leftValue.isEmpty, rightValue.isEmpty {
      entries.append(entry(item, .changed, .whole, depth, number: nextNumber()))
    } else {
      let sides = [
        JSONItem(left: leftNode, isMember: item.isMember), JSONItem(right: rightNode, isMember: item.isMember),
      ]
      open.append(Container(items: sides, depth: depth, number: nextNumber()))
    }
  }

  /// Something that only one side has, with all that it holds.
  private mutating func append(_ item: JSONItem, depth: UInt32, number: UInt32) {
    let isLeft = item.left != nil
    let change = isLeft ? JSONDifference.Row.Change.removed : .added
    guard let value = item.left.map(left.value) ?? item.right.map(right.value), !value.isEmpty else {
      entries.append(entry(item, change, .whole, depth, number: number))
      return
    }
    let children = JSONChildren(of: value).map { key, value in
      JSONItem(
        left: isLeft ? UInt32(value.node) : nil, right: isLeft ? nil : UInt32(value.node), isMember: key != nil)
    }
    open(item, change, children, depth: depth, number: number)
  }

  private mutating func open(
    _ item: JSONItem, _ change: JSONDifference.Row.Change, _ children: [JSONItem], depth: UInt32, number: UInt32
  ) {
    entries.append(entry(item, change, .opening, depth, number: number))
    open.append(
      Container(
        items: children, depth: depth + 1, closing: entry(item, change, .closing, depth, number: number),
        number: number))
  }

  private func entry(
    _ item: JSONItem, _ change: JSONDifference.Row.Change, _ part: JSONDifference.Row.Part, _ depth: UInt32,
    number: UInt32
  ) -> Entry {
    Entry(
      left: item.left ?? Entry.nothing, right: item.right ?? Entry.nothing, number: number, depth: depth,
      change: change, part: part, isMember: item.isMember, isMoved: item.isMoved)
  }
}
