/// The containers below a node, each before those inside it.
struct JSONPathDescendants {
  private var levels: [JSONChildren]

  init(of node: JSONValue) { levels = [JSONChildren(of: node)] }

  mutating func next(in evaluation: JSONPathEvaluation) -> JSONValue? {
    while let last = levels.indices.last {
      while let child = levels[last].next()?.value {
        guard evaluation.step() else { return nil }
        guard child.isContainer else { continue }
        levels.append(JSONChildren(of: child))
        return child
      }
      levels.removeLast()
    }
    return nil
  }
}
