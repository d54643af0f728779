import Terminal
import ViewModels

/// What a column says in place of rows.
enum EmptyColumnView {
  static func draw(_ scene: Scene, _ id: ColumnID, _ status: LoadStatus, in rect: Rect, on grid: inout Grid) {
    var paragraphs: [(String, ThemeRole)] = []
    let filter = scene.explorer[id].filter
    if let retry = scene.explorer.retry(of: id) {
      paragraphs = [
        (Words.retry(retry, at: scene.explorer.now), .text),
        (scene.text("\(key: .refresh) tries now, \(key: .cancel) cancels."), .muted),
      ]
    } else if let elapsed = status.visibleWait(at: scene.explorer.now) {
      let wait = Words.wait(elapsed, received: scene.explorer.received(of: id))
      paragraphs = [("Loading… \(wait)", .text), (scene.text("\(key: .cancel) cancels."), .muted)]
    } else if let failure = status.failure {
      paragraphs = [(failure.message, .bad), (scene.text(failure.suggestion), .text)]
      if failure.inspection != nil { paragraphs.append(("The inspector shows the call.", .muted)) }
      if !failure.isCancelled { paragraphs.append((scene.text("\(key: .refresh) tries again."), .muted)) }
    } else if status.loadedAt != nil {
      paragraphs = [(filter.isEmpty ? "Nothing is listed here." : "Nothing matches “\(filter)”.", .muted)]
    }
    var y = rect.y
    // However much a server has to say, what to do next stays on the screen.
    let share = max(rect.height / 2, 1)
    for (text, role) in paragraphs {
      let lines = Wrapping.lines(of: VisibleText.visible(text), width: rect.width - 2)
      for line in lines.prefix(share) where y < rect.maxY {
        grid.put(line, at: Position(x: rect.x + 1, y: y), style: scene.theme[role], maxWidth: rect.width - 1)
        y += 1
      }
    }
  }
}
