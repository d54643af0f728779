extension JSONValue {
  /// Where in its document the value is, as an RFC 9535 path such as `$.aspsps[3].bicFi`.
  ///
  /// Keys that are not plain identifiers appear as `['a b']`, with every control character escaped. The path of a key
  /// is that of its value.
  public var path: String { "$" + selectors(atMost: .max).steps.joined() }

  /// The end of the path: so many steps, after an ellipsis if there are more.
  public func path(lastSteps: Int) -> String {
    let (steps, isWhole) = selectors(atMost: lastSteps)
    return (isWhole ? "$" : "…") + steps.joined()
  }

  /// The container around the value, or around the value of a key; nil for the outermost value.
  public var parent: JSONValue? { index.tape.parent(node).map { JSONValue(index: index, node: $0) } }

  /// How many containers are around it.
  public var depth: Int { index.tape.depth(node) }

  private func selectors(atMost limit: Int) -> (steps: [String], isWhole: Bool) {
    var steps: [String] = []
    var place = isKey ? node + 1 : node
    while let container = index.tape.parent(place) {
      guard steps.count < limit else { return (steps.reversed(), false) }
      if index.firstByte(container) == UInt8(ascii: "{") {
        steps.append(JSONPathText.selector(JSONValue(index: index, node: place - 1).string ?? ""))
      } else {
        steps.append("[\(index.position(of: place, in: container))]")
      }
      place = container
    }
    return (steps.reversed(), true)
  }
}
