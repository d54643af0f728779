/// The nodes that segments lead to, found one by one: nothing is kept but one cursor for each segment.
struct JSONPathNodes: Sequence, IteratorProtocol {
  private let segments: [JSONPathSegment]
  private let evaluation: JSONPathEvaluation
  private var start: JSONValue?
  private var cursors: [JSONPathCursor] = []

  init(_ segments: [JSONPathSegment], from start: JSONValue, in evaluation: JSONPathEvaluation) {
    self.segments = segments
    self.start = start
    self.evaluation = evaluation
  }

  mutating func next() -> JSONValue? {
    if let start {
      self.start = nil
      guard let first = segments.first else { return start }
      cursors.append(JSONPathCursor(first, at: start))
    }
    while let last = cursors.indices.last {
      guard let node = cursors[last].next(in: evaluation) else {
        cursors.removeLast()
        continue
      }
      if cursors.count == segments.count { return node }
      cursors.append(JSONPathCursor(segments[cursors.count], at: node))
    }
    return nil
  }
}

/// The nodes that one segment leads to from one node.
private struct JSONPathCursor {
  private let selectors: [JSONPathSelector]
  private var selection: JSONPathSelection
  private var descendants: JSONPathDescendants?

  init(_ segment: JSONPathSegment, at node: JSONValue) {
    selectors = segment.selectors
    selection = JSONPathSelection(selectors, at: node)
    if segment.isDescendant { descendants = JSONPathDescendants(of: node) }
  }

  mutating func next(in evaluation: JSONPathEvaluation) -> JSONValue? {
    while true {
      if let node = selection.next(in: evaluation) { return node }
      guard let container = descendants?.next(in: evaluation) else { return nil }
      selection = JSONPathSelection(selectors, at: container)
    }
  }
}
