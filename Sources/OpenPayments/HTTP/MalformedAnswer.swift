/// What in an answer breaks the rules of HTTP/1.1, so that nobody can tell for sure what it says or where it ends.
public struct MalformedAnswer: Error, Sendable, Hashable {
  /// The most header fields of a head that are read.
  public static let mostFields = 256
  /// The most bytes of a field's name, and of its value.
  public static let longestField = 80 * 1024
  /// The most bytes of a whole head.
  public static let longestHead = 2 * 1024 * 1024

  /// What can be wrong.
  public enum Fault: String, Sendable, Hashable, CaseIterable {
    /// Another version than HTTP/1.0 and 1.1.
    case version
    /// No status of three digits from 100 on.
    case status
    /// A line of the head that goes on with the field before.
    case folded
    case noColon
    case noName
    case blankBeforeColon
    /// A character in a field's name that none may have.
    case name
    /// A control character, such as NUL.
    case control
    case bareLineFeed
    case bareCarriageReturn
    /// A `Content-Length` that is no number, or too large for one.
    case length
    case twoLengths
    /// `Content-Length` together with `Transfer-Encoding`.
    case lengthAndCoding
    /// More than ``MalformedAnswer/mostFields``.
    case tooManyFields
    /// Longer than ``MalformedAnswer/longestField``.
    case fieldTooLong
    /// Longer than ``MalformedAnswer/longestHead``.
    case headTooLong
    /// A chunk of the body without a length, or not of the length it says.
    case chunk
    /// A field behind the body.
    case trailer
    /// Something else that the parser does not take.
    case other
  }

  /// What is wrong.
  public var fault: Fault
  /// The line of the head, of which the first is the status line; nil if it is in none.
  public var line: Int?
  /// The name of the field, or the version, status or lengths, as received; empty where there is none.
  public var text: String

  /// A fault and where it is.
  public init(_ fault: Fault, line: Int? = nil, text: String = "") {
    self.fault = fault
    self.line = line
    self.text = text
  }
}
