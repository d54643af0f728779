/// Where and why a text stops being JSON (RFC 8259).
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The first byte that no JSON text could have there, or the length of the text when more was needed.
  public var offset: Int
  public var reason: Reason

  /// What was expected instead, in words that can be shown as they are.
  public enum Reason: String, Sendable, Hashable {
    case noValue = "there is no value"
    case expectedValue = "expected a value"
    case expectedValueOrBracket = "expected a value or ]"
    case expectedKey = "expected a key in double quotes"
    case expectedKeyOrBrace = "expected a key in double quotes or }"
    case expectedColon = "expected a colon"
    case expectedCommaOrBracket = "expected a comma or ]"
    case expectedCommaOrBrace = "expected a comma or }"
    case expectedEnd = "expected nothing after the value"
    case expectedLiteral = "expected true, false or null"
    case malformedNumber = "malformed number"
    case controlCharacter = "control character inside a string"
    case unknownEscape = "unknown escape inside a string"
    case expectedHexDigit = "expected four hexadecimal digits after \\u"
    case endInsideString = "the text ends inside a string"
    case unexpectedEnd = "the text ends too soon"
    case tooDeep = "more than 1 000 000 levels are not supported"
    case tooLong = "texts of 2 GiB and more are not supported"
  }

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "\(reason.rawValue) at byte \(offset)" }
}
