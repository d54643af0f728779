import Terminal
import ViewModels

extension Layout {
  /// What a mouse event means at the place where it happened.
  func action(for mouse: Mouse, in explorer: Explorer) -> Action? {
    guard explorer.overlay == nil, !isTooSmall else { return nil }
    for (column, rect) in columns where rect.contains(mouse.position) {
      let rows = Self.rows(of: rect)
      switch mouse.action {
      case .press(.left) where rows.contains(mouse.position):
        return .pointed(column, row: explorer[column].top + mouse.position.y - rows.y)
      case .wheel(let direction): return .scrolled(.column(column), by: direction.rows)
      default: return nil
      }
    }
    guard let inspector, inspector.contains(mouse.position) else { return nil }
    switch mouse.action {
    case .press(.left) where explorer.comparison == nil:
      let tabs = InspectorView.tabs(in: inspector.insetBy(dx: 1, dy: 1).row(0))
      return tabs.first { $0.rect.insetBy(dx: -1, dy: 0).contains(mouse.position) }.map { .pagePointed($0.page) }
    case .wheel(let direction): return .scrolled(.inspector, by: direction.rows)
    default: return nil
    }
  }
}

extension Mouse.Direction {
  fileprivate var rows: Int {
    switch self {
    case .up: -3
    case .down: 3
    case .left, .right: 0
    }
  }
}
