/// One row of a comparison: what is on either side.
public struct DifferenceRow: Sendable, Hashable {
  public let change: Change
  public let left: Line?
  public let right: Line?
  /// With how many characters the values of a changed row, the last piece of each line, begin alike.
  public let sharedCount: Int

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
    self.init(change, left: left, right: right, sharedCount: change == .changed ? Self.sharedCount(left, right) : 0)
  }

  private init(_ change: Change, left: Line?, right: Line?, sharedCount: Int) {
    self.change = change
    self.left = left
    self.right = right
    self.sharedCount = sharedCount
  }

  /// One side of a changed row, by itself.
  func side(_ side: FoldedRow.Side) -> DifferenceRow {
    switch side {
    case .both: self
    case .left: DifferenceRow(.removed, left: left, right: nil, sharedCount: sharedCount)
    case .right: DifferenceRow(.added, left: nil, right: right, sharedCount: sharedCount)
    }
  }

  private static func sharedCount(_ left: Line?, _ right: Line?) -> Int {
    guard let left = left?.pieces.last, let right = right?.pieces.last else { return 0 }
    return zip(left.text, right.text).prefix { $0 == $1 }.count
  }
}
