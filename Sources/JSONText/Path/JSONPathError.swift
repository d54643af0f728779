/// Where and why a text is no JSONPath query (RFC 9535).
public struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place in the text, counted in bytes of UTF-8; the length of the text when more was needed.
  public var offset: Int
  public var reason: Reason

  /// What is wrong there, in words that can be shown as they are.
  public enum Reason: String, Sendable, Hashable {
    case expectedRoot = "a path starts with $"
    case expectedSegment = "expected . or [ or nothing more"
    case blankAtEnd = "no blanks at the end"
    case expectedName = "expected a name or *"
    case expectedSelector = "expected a quoted name, a number, * or ?"
    case expectedCommaOrBracket = "expected a comma or ]"
    case expectedQuote = "the closing quote is missing"
    case controlCharacter = "control characters are written as escapes, such as \\n"
    case unknownEscape = "unknown escape"
    case expectedHexDigit = "expected four hexadecimal digits after \\u"
    case loneSurrogate = "half of a surrogate pair"
    case expectedDigit = "expected a digit"
    case leadingZero = "numbers have no leading zeros"
    case negativeZero = "-0 is no index"
    case integerRange = "indices go from -9007199254740991 to 9007199254740991"
    case expectedCondition = "expected a condition, such as @.name"
    case expectedOperand = "expected @, $, a quoted text, a number, true, false, null or a function"
    case expectedOperator = "expected == != < <= > or >="
    case singleEquals = "use == to compare"
    case expectedParenthesis = "expected )"
    case literalAlone = "a literal is no condition: compare it with something"
    case valueAlone = "this function gives a value: compare it with something"
    case notComparable = "only a path to one value can be compared: no .., *, slices, filters or commas in it"
    case resultNotComparable = "match and search are conditions by themselves"
    case comparisonAfterNot = "put the comparison after ! in parentheses"
    case unknownFunction = "unknown function: there are length, count, match, search and value"
    case expectedArguments = "expected ( right after the name of the function"
    case tooFewArguments = "this function takes one more argument"
    case tooManyArguments = "expected ) after the last argument"
    case expectedValueArgument = "expected a literal, a path to one value or a function that gives a value"
    case expectedQueryArgument = "expected a path, such as @.*"
    case patternTooLarge = "this pattern is too large"
    case tooDeep = "filters, functions and parentheses are nested too deep"
  }

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "\(reason.rawValue) at byte \(offset)" }
}
