/// What lies over the columns, by mouse.
extension Explorer {
  /// Pointing twice at the same row does what Enter does, except in a form, where that would send it.
  mutating func point(atRow position: Int) -> [Effect] {
    notice = nil
    guard rowUnderCursor == position else {
      move(.to(position))
      return []
    }
    switch context {
    case .finder: return run(.jump)
    case .themes: return run(.useTheme)
    case .help: return run(.runCommand)
    case .profiles: return run(.acceptFilter)
    case .compareMenu: return run(.startComparison)
    default: return []
    }
  }

  private var rowUnderCursor: Int? {
    switch overlay {
    case .profiles(let switcher): switcher.list.cursor
    case .compare(let menu): menu.list.cursor
    default: overlay?.typedList?.list.cursor
    }
  }

  mutating func scrollOverlay(by distance: Int) {
    if overlay?.typedList != nil { overlay?.typedList?.scroll(by: distance) } else { move(.by(distance)) }
  }

  mutating func point(at pane: Pane) {
    guard overlay == nil, pinned == nil else { return }
    if case .column(let column) = pane { focus(on: column) } else { focus = pane }
  }
}
