/// What an operand of a comparison or an argument of a function comes to.
enum JSONPathResult {
  case nothing
  case value(JSONValue)
  case literal(JSONPathLiteral)
}

extension JSONPathEvaluation {
  /// Whether a condition holds, `@` being `node`.
  func isTrue(_ filter: JSONPathFilter, for node: JSONValue) -> Bool {
    switch filter {
    case .any(let terms): return terms.contains { isTrue($0, for: node) }
    case .all(let terms): return terms.allSatisfy { isTrue($0, for: node) }
    case .not(let term): return !isTrue(term, for: node)
    case .exists(let query) where query.isAbsolute: return condition(query.id) { exists(query, for: node) }
    case .exists(let query): return exists(query, for: node)
    case .test(let call) where call.isConstant: return condition(call.id) { matches(call, for: node) }
    case .test(let call): return matches(call, for: node)
    case .comparison(let left, let comparison, let right):
      return isTrue(result(left, for: node), comparison, result(right, for: node))
    }
  }

  func result(_ operand: JSONPathOperand, for node: JSONValue) -> JSONPathResult {
    switch operand {
    case .literal(let literal): return .literal(literal)
    case .query(let query) where query.isAbsolute: return constant(query.id) { onlyValue(query, for: node) }
    case .query(let query): return onlyValue(query, for: node)
    case .call(let call) where call.isConstant: return constant(call.id) { self.result(call, for: node) }
    case .call(let call): return result(call, for: node)
    }
  }

  func nodes(_ query: JSONPathQuery, for node: JSONValue) -> JSONPathNodes {
    JSONPathNodes(query.segments, from: query.isAbsolute ? root : node, in: self)
  }

  private func exists(_ query: JSONPathQuery, for node: JSONValue) -> Bool {
    if query.isSingular, case .nothing = onlyValue(query, for: node) { return false }
    if query.isSingular { return true }
    var nodes = nodes(query, for: node)
    return nodes.next() != nil
  }

  /// The node of a singular query.
  private func onlyValue(_ query: JSONPathQuery, for node: JSONValue) -> JSONPathResult {
    var value = query.isAbsolute ? root : node
    for segment in query.segments {
      let next: JSONValue? =
        switch segment.selectors.first {
        case .name(let name): member(name, of: value)
        case .index(let position): element(position, of: value)
        case .wildcard, .slice, .filter, nil: nil
        }
      guard let next else { return .nothing }
      value = next
    }
    return .value(value)
  }
}
