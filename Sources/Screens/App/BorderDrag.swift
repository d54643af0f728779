import Terminal
import ViewModels

/// Follows the mouse while it holds a border.
struct BorderDrag {
  private var border: PaneBorder?

  /// What the mouse does to the panes; nil if it has hold of nothing.
  mutating func action(for mouse: Mouse, in layout: Layout, _ explorer: Explorer) -> Action? {
    switch mouse.action {
    case .press(.left) where explorer.showsPanesAlone: border = layout.border(at: mouse.position)
    case .drag(.left): break
    default: border = nil
    }
    guard case .drag = mouse.action, let border else { return nil }
    let next = layout.arrangement(moving: border, to: mouse.position)
    return next == layout.arrangement ? nil : .arranged(next)
  }
}
