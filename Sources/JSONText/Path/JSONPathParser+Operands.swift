extension JSONPathParser {
  /// Reads a literal, a query or a call; `reason` is what is said where there is none of them.
  mutating func parseOperand(otherwise reason: JSONPathError.Reason) throws(JSONPathError) -> JSONPathOperand {
    if peek("'") || peek("\"") { return .literal(.string(try parseString(isName: false))) }
    if peek("-") || hasDigit { return .literal(.number(try parseNumber())) }
    let isAbsolute = peek("$")
    if take("$") || take("@") {
      let segments = try parseSegments(isAbsolute: isAbsolute)
      return .query(JSONPathQuery(isAbsolute: isAbsolute, segments: segments, id: nextID()))
    }
    let start = position
    let word = takeWord()
    switch word {
    case _ where peek("("): return .call(try parseCall(word, at: start))
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "null": return .literal(.null)
    case _ where JSONPathFunction(rawValue: word) != nil: throw error(.expectedArguments)
    // A word at the end of the text may be the beginning of one that is known.
    default: throw error(reason, at: position == bytes.count ? position : start)
    }
  }

  /// Reads a function name, which may be empty.
  private mutating func takeWord() -> String {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        if position == start { return "" }
      default: return String(decoding: bytes[start..<position], as: UTF8.self)
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func parseCall(_ name: String, at start: Int) throws(JSONPathError) -> JSONPathCall {
    guard let function = JSONPathFunction(rawValue: name) else {
      throw name.isEmpty ? error(.expectedOperand, at: start) : error(.unknownFunction, at: start)
    }
    position += 1
    return try nested { parser throws(JSONPathError) in
      var arguments: [JSONPathOperand] = []
      var pattern: IRegexp?
      for parameter in function.parameters {
        if !arguments.isEmpty {
          guard parser.take(",") else { throw parser.error(.tooFewArguments) }
        }
        parser.skipBlanks()
        let start = parser.position
        let argument = try parser.parseArgument(for: parameter)
        if function.isCondition, arguments.count == 1 { pattern = try parser.pattern(in: argument, at: start) }
        arguments.append(argument)
        parser.skipBlanks()
      }
      guard parser.take(")") else { throw parser.error(.tooManyArguments) }
      return JSONPathCall(function, arguments, pattern: pattern, id: parser.nextID())
    }
  }

  private mutating func parseArgument(
    for parameter: JSONPathFunction.Parameter
  ) throws(JSONPathError) -> JSONPathOperand {
    let start = position
    let isMissing = peek(")")
    switch parameter {
    case .value:
      let argument = try parseOperand(otherwise: isMissing ? .tooFewArguments : .expectedValueArgument)
      switch argument {
      case .query(let query) where !query.isSingular: throw error(.expectedValueArgument, at: start)
      case .call(let call) where call.function.isCondition: throw error(.expectedValueArgument, at: start)
      case .query, .call, .literal: return argument
      }
    case .nodes:
      let argument = try parseOperand(otherwise: isMissing ? .tooFewArguments : .expectedQueryArgument)
      guard case .query = argument else { throw error(.expectedQueryArgument, at: start) }
      return argument
    }
  }

  /// The pattern that a literal is; nil when it is no literal or not well-formed, and then nothing matches.
  private func pattern(in argument: JSONPathOperand, at start: Int) throws(JSONPathError) -> IRegexp? {
    guard case .literal(.string(let text)) = argument else { return nil }
    do throws(IRegexp.Failure) {
      return try IRegexp(text)
    } catch {
      switch error {
      case .malformed: return nil
      case .tooLarge: throw self.error(.patternTooLarge, at: start)
      }
    }
  }
}
