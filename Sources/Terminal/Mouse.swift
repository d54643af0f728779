/// What the mouse did over a cell.
public struct Mouse: Hashable, Sendable {
  public enum Button: Hashable, Sendable { case left, middle, right }
  public enum Direction: Hashable, Sendable { case up, down, left, right }
  public enum Action: Hashable, Sendable {
    case press(Button)
    case release(Button)
    case drag(Button)
    case wheel(Direction)
  }

  public let action: Action
  public let position: Position
  public let modifiers: Key.Modifiers

  public init(_ action: Action, at position: Position, modifiers: Key.Modifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}
