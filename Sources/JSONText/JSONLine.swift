/// One row of a document that is shown as a tree.
public struct JSONLine: Sendable, Equatable {
  public enum Part: Sendable, Hashable {
    /// All of a value: a scalar, or a container with nothing in it.
    case whole
    /// The opening bracket of a container, whose children and usually closing bracket have rows of their own.
    case opening
    /// The closing bracket of a container.
    case closing
    /// All of a container that holds something, in one row.
    case folded
  }

  public let part: Part
  /// How many containers are around it, up to the outermost level shown.
  public let depth: Int
  /// The key before the value in an object; always nil on the row of a closing bracket, and at the outermost level.
  public let key: JSONValue?
  /// The value the row belongs to: on the row of a bracket, the container.
  public let value: JSONValue
  /// Whether a comma follows.
  public let hasComma: Bool
  /// Whether it begins one of several values that stand at the outermost level.
  public let isRoot: Bool

  /// What stands after the key: a scalar as received or the beginning of a folded container on one line, cut to about
  /// `maxBytes`, or brackets.
  public func text(maxBytes: Int) -> String {
    let isObject = value.kind == .object
    switch part {
    case .opening: return isObject ? "{" : "["
    case .closing: return isObject ? "}" : "]"
    case .folded: return value.preview(maxBytes: maxBytes)
    case .whole where isObject: return "{}"
    case .whole: return value.kind == .array ? "[]" : value.text(maxBytes: maxBytes)
    }
  }
}
