import Terminal
import ViewModels

extension Layout {
  /// What a mouse event means to what lies over the columns.
  func overlayAction(
    for mouse: Mouse, _ overlay: Overlay, in explorer: Explorer, _ keyMap: KeyMap
  ) -> Action? {
    let rect = explorer.context == .themes ? themes : self.overlay
    switch mouse.action {
    case .wheel(let direction): return .rowsScrolled(by: direction.rows)
    case .press(.left): break
    default: return nil
    }
    switch overlay {
    case .profiles(let switcher):
      return row(mouse.position, of: switcher.list, SwitcherView.list(of: switcher, explorer.viewport, in: rect))
    case .compare(let menu): return row(mouse.position, of: menu.list, CompareMenuView.list(of: menu, in: rect))
    case .entry(let form): return EntryFormView.field(at: mouse.position, of: form, in: rect).map(Action.rowPointed)
    case .form(let form): return FormView.row(at: mouse.position, of: form, in: rect).map(Action.rowPointed)
    case .question(let question):
      return QuestionView.answer(at: mouse.position, to: question, keyMap, in: rect).map(Action.command)
    case .copy: return CopyView.command(at: mouse.position, of: explorer, keyMap, in: rect).map(Action.command)
    default: return overlay.typedList.flatMap { row(mouse.position, of: $0.list, TypedListView.rows(in: rect)) }
    }
  }

  private func row(_ position: Position, of list: Column, _ rect: Rect) -> Action? {
    let row = list.top + position.y - rect.y
    return rect.contains(position) && row < list.count ? .rowPointed(row) : nil
  }
}

extension Mouse.Direction {
  /// How far the wheel scrolls.
  var rows: Int {
    switch self {
    case .up: -3
    case .down: 3
    case .left, .right: 0
    }
  }
}
