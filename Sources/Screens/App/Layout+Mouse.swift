import Terminal
import ViewModels

extension Layout {
  /// What a mouse event means at the place where it happened.
  func action(for mouse: Mouse, in explorer: Explorer, _ keyMap: KeyMap) -> Action? {
    guard !isTooSmall else { return nil }
    if let action = barAction(for: mouse, in: explorer, keyMap) { return action }
    if let overlay = explorer.overlay { return overlayAction(for: mouse, overlay, in: explorer, keyMap) }
    if explorer.page == .history { return historyAction(for: mouse, in: explorer) }
    if explorer.page == .guide { return guideAction(for: mouse, in: explorer) }
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
    case .press(.left) where explorer.comparison.shown != nil: return nil
    case .press(.left) where Self.lines(of: inspector).contains(mouse.position):
      let row = explorer.inspector.top + mouse.position.y - Self.lines(of: inspector).y
      return row < explorer.inspector.count ? .linePointed(row) : nil
    case .press(.left):
      let tabs = InspectorView.tabs(in: inspector.insetBy(dx: 1, dy: 1).row(0), of: explorer.inspector)
      return tabs.first { $0.rect.insetBy(dx: -1, dy: 0).contains(mouse.position) }.map { .pagePointed($0.page) }
    case .wheel(let direction): return .scrolled(.inspector, by: direction.rows)
    default: return nil
    }
  }
}

extension Layout {
  private func historyAction(for mouse: Mouse, in explorer: Explorer) -> Action? {
    let rows = Self.rows(of: body)
    switch mouse.action {
    case .press(.left) where rows.contains(mouse.position):
      return .historyPointed(row: explorer.history.list.top + mouse.position.y - rows.y)
    case .wheel(let direction): return .historyScrolled(by: direction.rows)
    default: return nil
    }
  }
}

extension Layout {
  private func guideAction(for mouse: Mouse, in explorer: Explorer) -> Action? {
    switch mouse.action {
    case .press(.left): return GuideView.place(at: mouse.position, of: explorer, in: body).map(Action.guidePointed)
    case .wheel(let direction): return .guideScrolled(by: direction.rows)
    default: return nil
    }
  }
}
