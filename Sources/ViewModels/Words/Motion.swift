/// How far a cursor goes.
enum Motion: Sendable, Hashable {
  case by(Int)
  /// In heights of the window.
  case pages(Double)
  case top, bottom
  case to(Int)

  /// Nil for a command that moves no cursor.
  init?(_ command: Command) {
    switch command {
    case .moveDown: self = .by(1)
    case .moveUp: self = .by(-1)
    case .halfPageDown: self = .pages(0.5)
    case .halfPageUp: self = .pages(-0.5)
    case .pageDown: self = .pages(1)
    case .pageUp: self = .pages(-1)
    case .moveToTop: self = .top
    case .moveToBottom: self = .bottom
    default: return nil
    }
  }

  /// Where it leads from a position among so many; may be outside.
  func target(from position: Int, count: Int, height: Int) -> Int {
    switch self {
    case .by(let distance): position + distance
    case .pages(let pages): position + Int(pages * Double(height))
    case .top: 0
    case .bottom: count - 1
    case .to(let position): position
    }
  }
}
