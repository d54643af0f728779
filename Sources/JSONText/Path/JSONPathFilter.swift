/// The condition of a filter selector (RFC 9535, section 2.3.5).
indirect enum JSONPathFilter: Sendable {
  case any([JSONPathFilter])
  case all([JSONPathFilter])
  case not(JSONPathFilter)
  case exists(JSONPathQuery)
  case test(JSONPathCall)
  case comparison(JSONPathOperand, JSONPathComparison, JSONPathOperand)
}

enum JSONPathComparison: String, Sendable, CaseIterable {
  // Those that begin like another one come first.
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}

/// What a condition compares or a function is given.
indirect enum JSONPathOperand: Sendable {
  case literal(JSONPathLiteral)
  case query(JSONPathQuery)
  case call(JSONPathCall)

  /// Whether it is a value whatever it is compared with, and so no condition by itself.
  var isValue: Bool {
    switch self {
    case .literal: true
    case .query: false
    case .call(let call): !call.function.isCondition
    }
  }

  /// Whether it is the same for every node that a filter looks at.
  var isConstant: Bool {
    switch self {
    case .literal: true
    case .query(let query): query.isAbsolute
    case .call(let call): call.isConstant
    }
  }
}

enum JSONPathLiteral: Sendable {
  case null
  case bool(Bool)
  case number(JSONPathNumber)
  case string(String)
}

/// A query inside a filter: from `$`, or from the node that is looked at.
struct JSONPathQuery: Sendable {
  var isAbsolute: Bool
  var segments: [JSONPathSegment]
  /// Its number among the queries and calls of the whole query.
  var id: Int

  var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}

/// A function with its arguments, which have the types it wants.
struct JSONPathCall: Sendable {
  var function: JSONPathFunction
  var arguments: [JSONPathOperand]
  /// The pattern, where it is a literal and well-formed.
  var pattern: IRegexp?
  /// Its number among the queries and calls of the whole query.
  var id: Int
  var isConstant: Bool

  init(_ function: JSONPathFunction, _ arguments: [JSONPathOperand], pattern: IRegexp?, id: Int) {
    self.function = function
    self.arguments = arguments
    self.pattern = pattern
    self.id = id
    isConstant = arguments.allSatisfy(\.isConstant)
  }
}
