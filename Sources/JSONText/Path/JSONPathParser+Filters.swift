extension JSONPathParser {
  /// Reads conditions with `||` between them, and the blanks around them.
  mutating func parseCondition() throws(JSONPathError) -> JSONPathFilter {
    var terms: [JSONPathFilter] = []
    repeat {
      terms.append(try parseConjunction())
    } while take("||")
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func parseConjunction() throws(JSONPathError) -> JSONPathFilter {
    var terms: [JSONPathFilter] = []
    repeat {
      skipBlanks()
      terms.append(try parseTerm())
      skipBlanks()
    } while take("&&")
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func parseTerm() throws(JSONPathError) -> JSONPathFilter {
    if take("!") {
      skipBlanks()
      if peek("(") { return .not(try parseParentheses()) }
      let start = position
      let test = try parseTest(try parseOperand(otherwise: .expectedCondition), at: start)
      skipBlanks()
      guard try takeComparison() == nil else { throw error(.comparisonAfterNot, at: start) }
      return .not(test)
    }
    if peek("(") { return try parseParentheses() }
    let start = position
    let left = try parseOperand(otherwise: .expectedCondition)
    let end = position
    skipBlanks()
    guard let comparison = try takeComparison() else {
      if position == bytes.count, left.isValue { throw error(.expectedOperator) }
      position = end
      return try parseTest(left, at: start)
    }
    try checkComparable(left, at: start)
    skipBlanks()
    let rightStart = position
    let right = try parseOperand(otherwise: .expectedOperand)
    try checkComparable(right, at: rightStart)
    return .comparison(left, comparison, right)
  }

  private mutating func parseParentheses() throws(JSONPathError) -> JSONPathFilter {
    try nested { parser throws(JSONPathError) in
      parser.position += 1
      let condition = try parser.parseCondition()
      guard parser.take(")") else { throw parser.error(.expectedParenthesis) }
      return condition
    }
  }

  private func parseTest(_ operand: JSONPathOperand, at start: Int) throws(JSONPathError) -> JSONPathFilter {
    switch operand {
    case .query(let query): return .exists(query)
    case .call(let call) where call.function.isCondition: return .test(call)
    case .call: throw error(.valueAlone, at: start)
    case .literal: throw error(.literalAlone, at: start)
    }
  }

  private mutating func takeComparison() throws(JSONPathError) -> JSONPathComparison? {
    for comparison in JSONPathComparison.allCases where bytes[position...].starts(with: comparison.rawValue.utf8) {
      position += comparison.rawValue.utf8.count
      return comparison
    }
    guard !peek("=") else { throw error(.singleEquals) }
    return nil
  }

  private func checkComparable(_ operand: JSONPathOperand, at start: Int) throws(JSONPathError) {
    switch operand {
    case .query(let query) where !query.isSingular: throw error(.notComparable, at: start)
    case .call(let call) where call.function.isCondition: throw error(.resultNotComparable, at: start)
    case .query, .call, .literal: return
    }
  }
}
