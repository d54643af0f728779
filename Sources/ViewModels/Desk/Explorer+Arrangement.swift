import ExplorerStorage

extension Explorer {
  /// What gives the panes another size or place; nil for anything else.
  mutating func arrange(_ command: Command) -> [Effect]? {
    guard [.growPane, .shrinkPane, .resetPanes, .turnInspector].contains(command) else { return nil }
    guard showsPanesAlone, viewport.sharesScreen else {
      notice = Notice("One pane has the whole screen here: there is nothing to share.")
      return []
    }
    var next = viewport.arrangement
    switch command {
    case .growPane: next.grow(focus, by: 1)
    case .shrinkPane: next.grow(focus, by: -1)
    case .turnInspector:
      guard comparison == nil else {
        notice = Notice("A comparison needs the width: it stays below.")
        return []
      }
      next.isInspectorRight.toggle()
    default:
      let isRight = next.isInspectorRight
      next = Arrangement()
      next.isInspectorRight = isRight
    }
    return arrange(next)
  }

  mutating func arrange(_ next: Arrangement) -> [Effect] {
    let wasRight = arrangement.isInspectorRight
    arrangement = next
    // A comparison has its sides below for as long as it lasts.
    if comparison != nil { arrangement.isInspectorRight = wasRight }
    return [.keepArrangement(arrangement)]
  }

  /// Whether nothing lies over the panes.
  public var showsPanesAlone: Bool { overlay == nil && !isHistoryOpen && !guide.isOpen }

  mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    notice = Notice(
      isMouseOn ? "The mouse is back." : "The mouse is the terminal's: its own selection works until the same key.")
    return [.useMouse(isMouseOn)]
  }
}

extension Arrangement {
  /// What the list of ASPSPs takes, the others give.
  fileprivate mutating func grow(_ pane: Pane, by steps: Int) {
    switch pane {
    case .inspector where isInspectorRight: moreRight += 2 * steps
    case .inspector: moreBelow += steps
    case .column(.countries): moreCountries += 2 * steps
    case .column(.cities): moreCities += 2 * steps
    case .column(.aspsps):
      moreCountries -= steps
      moreCities -= steps
    }
  }
}
