/// What the selectors of one segment select among the children of one node, one by one.
struct JSONPathSelection {
  private let node: JSONValue
  private let selectors: [JSONPathSelector]
  /// How many of the selectors have begun.
  private var begun = 0
  /// What the selector that began last has still to look at: after `skip` children each `stride`th, `left` in all.
  private var children: JSONChildren?
  private var skip = 0
  private var stride = 1
  private var left = Int.max
  /// What of the children is wanted; nil for all.
  private var filter: JSONPathFilter?
  /// What a backward slice has found, the first one last.
  private var backward: [JSONValue] = []

  init(_ selectors: [JSONPathSelector], at node: JSONValue) {
    self.selectors = selectors
    self.node = node
  }

  mutating func next(in evaluation: JSONPathEvaluation) -> JSONValue? {
    while true {
      if let value = backward.popLast() ?? nextChild(in: evaluation) { return value }
      guard begun < selectors.count else { return nil }
      begun += 1
      if let value = begin(selectors[begun - 1], in: evaluation) { return value }
    }
  }

  /// Begins with a selector; where that can select only one node, returns it.
  private mutating func begin(_ selector: JSONPathSelector, in evaluation: JSONPathEvaluation) -> JSONValue? {
    switch selector {
    case .name(let name): return evaluation.member(name, of: node)
    case .index(let position): return evaluation.element(position, of: node)
    case .wildcard: lookAtChildren()
    case .filter(let filter): lookAtChildren(filter: filter)
    case .slice(let slice) where node.kind == .array:
      let (first, count) = slice.positions(inArrayOf: node.count)
      guard count > 0 else { return nil }
      if slice.step > 0 {
        lookAtChildren(skip: first, stride: slice.step, left: count)
      } else {
        lookAtChildren(skip: first + (count - 1) * slice.step, stride: -slice.step, left: count)
        while let value = nextChild(in: evaluation) { backward.append(value) }
      }
    case .slice: break
    }
    return nil
  }

  private mutating func lookAtChildren(
    skip: Int = 0, stride: Int = 1, left: Int = .max, filter: JSONPathFilter? = nil
  ) {
    children = JSONChildren(of: node)
    (self.skip, self.stride, self.left, self.filter) = (skip, stride, left, filter)
  }

  private mutating func nextChild(in evaluation: JSONPathEvaluation) -> JSONValue? {
    while left > 0, let child = children?.next()?.value {
      guard evaluation.step() else { return nil }
      guard skip == 0 else {
        skip -= 1
        continue
      }
      if let filter, !evaluation.isTrue(filter, for: child) { continue }
      skip = stride - 1
      left -= 1
      return child
    }
    children = nil
    return nil
  }
}
