extension JSONPathEvaluation {
  /// What a function gives that is no condition (RFC 9535, sections 2.4.4, 2.4.5 and 2.4.8).
  func result(_ call: JSONPathCall, for node: JSONValue) -> JSONPathResult {
    guard let argument = call.arguments.first else { return .nothing }
    switch (call.function, argument) {
    case (.length, _): return length(result(argument, for: node))
    case (.count, .query(let query)):
      let count = nodes(query, for: node).reduce(0) { count, _ in count + 1 }
      return .literal(.number(.integer(count)))
    case (.value, .query(let query)):
      var nodes = nodes(query, for: node)
      guard let value = nodes.next(), nodes.next() == nil else { return .nothing }
      return .value(value)
    case (.count, _), (.value, _), (.match, _), (.search, _): return .nothing
    }
  }

  /// Whether `match` or `search` holds (RFC 9535, sections 2.4.6 and 2.4.7).
  func matches(_ call: JSONPathCall, for node: JSONValue) -> Bool {
    guard call.arguments.count == 2, let text = string(result(call.arguments[0], for: node)),
      let pattern = call.pattern ?? string(result(call.arguments[1], for: node)).flatMap(pattern)
    else { return false }
    return pattern.matches(text, wholly: call.function == .match) { !step() }
  }

  private func length(_ result: JSONPathResult) -> JSONPathResult {
    if let string = string(result) { return .literal(.number(.integer(string.unicodeScalars.count))) }
    guard case .value(let value) = result, value.kind == .array || value.kind == .object else { return .nothing }
    return .literal(.number(.integer(value.count)))
  }

  private func string(_ result: JSONPathResult) -> String? {
    switch result {
    case .value(let value): value.string
    case .literal(.string(let string)): string
    case .literal, .nothing: nil
    }
  }
}
