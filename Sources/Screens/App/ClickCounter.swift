import FoundationEssentials
import Terminal

/// Tells a double click from two clicks.
struct ClickCounter {
  /// What desktops take as one.
  private static let interval: TimeInterval = 0.4

  private var last: (position: Position, at: Date)?

  /// - Returns: whether the press is the second one of a double click.
  mutating func isDouble(_ mouse: Mouse, at now: Date) -> Bool {
    guard case .press(.left) = mouse.action else {
      // A release belongs to the press before it.
      if case .release = mouse.action { return false }
      last = nil
      return false
    }
    let isSecond = last.map { $0.position == mouse.position && now.timeIntervalSince($0.at) <= Self.interval } ?? false
    last = isSecond ? nil : (mouse.position, now)
    return isSecond
  }
}
