import Terminal
import ViewModels

extension Layout {
  /// What a mouse event means to what lies over the columns.
  func overlayAction(
    for mouse: Mouse, _ overlay: Layer, in explorer: Explorer, _ keyMap: KeyMap
  ) -> Action? {
    let rect = explorer.context == .themes ? themes : self.overlay
    switch mouse.action {
    case .wheel(let direction): return .rowsScrolled(by: direction.rows)
    case .press(.left): break
    default: return nil
    }
    switch overlay {
    case .profiles:
      return explorer.profileRoom.switcher.flatMap {
        row(mouse.position, of: $0.list, SwitcherView.list(of: $0, explorer.viewport, in: rect))
      }
    case .compareMenu:
      return explorer.comparison.menu.flatMap {
        row(mouse.position, of: $0.list, CompareMenuView.list(of: $0, in: rect))
      }
    case .form:
      return explorer.form.flatMap { EntryFormView.field(at: mouse.position, of: $0, in: rect) }.map(Action.rowPointed)
    case .request:
      return explorer.requestForm.flatMap { FormView.row(at: mouse.position, of: $0, in: rect) }.map(Action.rowPointed)
    case .question:
      let text = explorer.question?.text.text(explorer.keys)
      return text.flatMap { QuestionView.answer(at: mouse.position, to: $0, keyMap, in: rect) }.map(Action.command)
    case .copyMenu: return CopyView.command(at: mouse.position, of: explorer, keyMap, in: rect).map(Action.command)
    case .finder: return row(mouse.position, of: explorer.finder.list, TypedListView.rows(in: rect))
    case .commands:
      return explorer.commandList.flatMap { row(mouse.position, of: $0.list, TypedListView.rows(in: rect)) }
    case .themes: return explorer.look.picker.flatMap { row(mouse.position, of: $0.list, TypedListView.rows(in: rect)) }
    case .history, .guide, .commandLine, .historyFilter, .mark, .profileTest, .saving, .token, .newApplication, .code:
      return nil
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
