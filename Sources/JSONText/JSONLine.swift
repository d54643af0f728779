/// One row of a pretty-printed document.
public struct JSONLine: Sendable, Equatable {
  public enum Part: Sendable, Hashable {
    /// All of a value: a scalar, or a container with nothing in it.
    case whole
    /// The opening bracket of a container, whose children and usually closing bracket have rows of their own.
    case opening
    /// The closing bracket of a container.
    case closing
  }

  public let part: Part
  /// How many containers are around it.
  public let depth: Int
  /// The key before the value in an object; always nil on the row of a closing bracket.
  public let key: JSONValue?
  /// The value the row belongs to: on the row of a bracket, the container.
  public let value: JSONValue
  /// Whether a comma follows.
  public let hasComma: Bool

  /// What stands after the key: a scalar as received, cut to at most `maxBytes`, or brackets.
  public func text(maxBytes: Int) -> String {
    let isObject = value.kind == .object
    switch part {
    case .opening: return isObject ? "{" : "["
    case .closing: return isObject ? "}" : "]"
    case .whole where isObject: return "{}"
    case .whole: return value.kind == .array ? "[]" : value.text(maxBytes: maxBytes)
    }
  }
}
