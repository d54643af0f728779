/// A cell's place: `x` columns from the left, `y` rows from the top, both from 0.
public struct Position: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
