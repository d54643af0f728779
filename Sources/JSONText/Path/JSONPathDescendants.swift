/// The containers below a node, each before those inside it.
struct JSONPathDescendants {
  private var levels: [JSONPathChildren]

  init(of node: JSONValue) { levels = [JSONPathChildren(of: node)] }

  mutating func next(in evaluation: JSONPathEvaluation) -> JSONValue? {
    while let last = levels.indices.last {
      while let child = levels[last].next() {
        guard evaluation.step() else { return nil }
        switch child.kind {
        case .object, .array:
          levels.append(JSONPathChildren(of: child))
          return child
        case .string, .number, .bool, .null: break
        }
      }
      levels.removeLast()
    }
    return nil
  }
}
