/// One row of a comparison: what is on either side.
public struct DifferenceRow: Sendable, Hashable {
  public let change: Change
  public let left: Line?
  public let right: Line?

  public enum Change: Sendable, Hashable {
    case same, added, removed, changed
    /// Equal, but elsewhere in its list.
    case moved

    /// Says without colour what it is.
    public var sign: String {
      switch self {
      case .same: " "
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      case .moved: ">"
      }
    }
  }

  /// What can be told of a row without making its text.
  struct Outline: Sendable, Hashable {
    let change: Change
    /// Which of the differences it belongs to, counted from 1; 0 for none.
    let number: Int
    /// What it is called among its like when it is folded away; nil if it never is.
    let noun: Noun?
  }

  enum Noun: String, Sendable {
    case member, item, line
    case field = "header field"
  }

  public init(_ change: Change, left: Line? = nil, right: Line? = nil) {
    self.change = change
    self.left = left
    self.right = right
  }
}
