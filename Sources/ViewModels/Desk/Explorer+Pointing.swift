/// What is pointed at, by mouse.
extension Explorer {
  /// Pointing twice at the same row does what Enter does, except in a form, where that would send it.
  mutating func point(atRow position: Int) {
    notice = nil
    switch layers.top {
    case .finder: if finder.point(at: position) { run(.jump) }
    case .themes: if look.point(at: position) { run(.useTheme) }
    case .commands: if commandList?.point(at: position) == true { run(.runCommand) }
    case .profiles: if profileRoom.point(at: position) { run(.acceptFilter) }
    case .compareMenu: if comparison.pointInMenu(at: position) { run(.startComparison) }
    case .form: form?.move(to: position)
    case .request: requestForm?.move(to: position)
    case .history, .guide, .commandLine, .copyMenu, .historyFilter, .mark, .profileTest, .question, .saving, .token,
      .newApplication, .code, nil:
      break
    }
  }

  mutating func scrollOverlay(by distance: Int) {
    switch layers.top {
    case .finder: finder.scroll(by: distance)
    case .themes: look.scroll(by: distance)
    case .commands: commandList?.scroll(by: distance)
    case .profiles: profileRoom.scroll(by: distance)
    case .compareMenu: comparison.scrollMenu(by: distance)
    case .token: token.scroll(by: distance, session, in: world)
    case .form: form?.move(by: distance)
    case .request: requestForm?.move(by: distance)
    case .history, .guide, .commandLine, .copyMenu, .historyFilter, .mark, .profileTest, .question, .saving,
      .newApplication, .code, nil:
      break
    }
  }

  mutating func point(at pane: Pane) {
    guard overlay == nil, inspector.pinned == nil else { return }
    if case .column(let column) = pane { focus(on: column) } else { focus = pane }
  }

  mutating func point(atLine row: Int) {
    guard overlay == nil, page != .guide else { return }
    take(inspector.point(atLine: row, isFocused: !isColumnFocused))
  }

  mutating func point(at row: Int, in column: ColumnID) {
    if layers.top == nil { take(browser.point(at: row, in: column)) }
  }
}
