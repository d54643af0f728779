/// A rectangle of cells. Its size is never negative, so cutting too much off leaves an empty one.
public struct Rect: Hashable, Sendable {
  public let x: Int
  public let y: Int
  public let width: Int
  public let height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a screen of this size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  public var origin: Position { Position(x: x, y: y) }
  public var size: Size { Size(width: width, height: height) }
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The first column right of it.
  public var maxX: Int { x + width }
  /// The first row below it.
  public var maxY: Int { y + height }

  public func contains(_ position: Position) -> Bool {
    position.x >= x && position.x < maxX && position.y >= y && position.y < maxY
  }

  public func insetBy(dx: Int, dy: Int) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The row `index` rows below its top, one cell high; empty when there is none.
  public func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// The upper `height` rows and the rest below them.
  public func splitTop(_ height: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: self.height - cut)
    )
  }

  /// The lower `height` rows and the rest above them.
  public func splitBottom(_ height: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitTop(self.height - min(max(0, height), self.height))
    return (rest, bottom)
  }

  /// The left `width` columns and the rest beside them.
  public func splitLeft(_ width: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: self.width - cut, height: height)
    )
  }
}
