extension JSONPathEvaluation {
  /// Whether a comparison holds (RFC 9535, section 2.3.5.2.2).
  func isTrue(_ left: JSONPathResult, _ comparison: JSONPathComparison, _ right: JSONPathResult) -> Bool {
    switch comparison {
    case .equal: areEqual(left, right)
    case .notEqual: !areEqual(left, right)
    case .less: isLess(left, right)
    case .greater: isLess(right, left)
    case .lessOrEqual: isLess(left, right) || areEqual(left, right)
    case .greaterOrEqual: isLess(right, left) || areEqual(left, right)
    }
  }

  private func areEqual(_ left: JSONPathResult, _ right: JSONPathResult) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing): true
    case (.nothing, _), (_, .nothing): false
    case (.value(let left), .value(let right)): areEqual(left, right)
    case (.value(let value), .literal(let literal)), (.literal(let literal), .value(let value)):
      isEqual(value, literal)
    case (.literal(let left), .literal(let right)): areEqual(left, right)
    }
  }

  private func isEqual(_ value: JSONValue, _ literal: JSONPathLiteral) -> Bool {
    switch literal {
    case .null: value.kind == .null
    case .bool(let flag): value.kind == .bool(flag)
    case .number(let number): value.kind == .number && JSONPathNumber(value.bytes) == number
    case .string(let string): string ~= value
    }
  }

  private func areEqual(_ left: JSONPathLiteral, _ right: JSONPathLiteral) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.null, _), (.bool, _), (.number, _), (.string, _): false
    }
  }

  private func isLess(_ left: JSONPathResult, _ right: JSONPathResult) -> Bool {
    switch (ordered(left), ordered(right)) {
    case (.number(let left), .number(let right)): left < right
    // The order of UTF-8 bytes is that of the scalars.
    case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: false
    }
  }

  /// What is ordered: numbers and strings.
  private func ordered(_ result: JSONPathResult) -> JSONPathLiteral? {
    switch result {
    case .literal(let literal): return literal
    case .value(let value) where value.kind == .number: return .number(JSONPathNumber(value.bytes))
    case .value(let value): return value.string.map(JSONPathLiteral.string)
    case .nothing: return nil
    }
  }
}
