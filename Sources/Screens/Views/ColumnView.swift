import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// One of the three lists.
enum ColumnView {
  static func draw(_ scene: Scene, _ id: ColumnID, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let column = scene.explorer[id]
    let isFocused = scene.explorer.focus == .column(id)
    let status = scene.explorer.status(of: id)
    let border = theme[isFocused ? .focusedBorder : .border]
    let frame = Frame(rect: rect, border: border)
    frame.draw(on: &grid)
    let title = scene.explorer.title(of: id) + (column.order.words.map { " ↑\($0)" } ?? "")
    frame.label(
      left: title, theme[isFocused ? .focusedTitle : .title],
      right: measure(column, status, scene.explorer.now, fits: { frame.hasRoom(left: title, right: $0) }),
      theme[.muted], on: &grid)
    drawBottom(
      scene, id, column, status, scene.explorer.retry(of: id),
      isTyping: isFocused && scene.explorer.browser.isTypingFilter,
      frame,
      on: &grid)
    let inside = Layout.rows(of: rect)
    guard column.count > 0 else {
      EmptyColumnView.draw(scene, id, status, in: inside, on: &grid)
      return
    }
    drawRows(scene, column, isFocused: isFocused, in: inside, on: &grid)
    frame.scrollBar(top: column.top, height: inside.height, count: column.count, border, on: &grid)
  }

  /// How many rows, and how old they are once that is worth saying.
  private static func measure(
    _ column: Column, _ status: LoadStatus, _ now: Date, fits: (String) -> Bool
  ) -> String {
    guard let at = status.loadedAt else { return "" }
    let count = column.filter.isEmpty ? "\(column.count)" : "\(column.count)/\(column.rows.count)"
    let age = Words.age(now.timeIntervalSince(at))
    let both = "\(count) · \(age)"
    if age == "now" { return count }
    // Where there is no room for both, old rows are still told from new ones.
    return fits(both) ? both : age
  }

  private static func drawBottom(
    _ scene: Scene, _ id: ColumnID, _ column: Column, _ status: LoadStatus, _ retry: RetryWait?, isTyping: Bool,
    _ frame: Frame,
    on grid: inout Grid
  ) {
    let theme = scene.theme
    if isTyping || !column.filter.isEmpty {
      let end = frame.label(left: "/\(column.filter)", theme[.match], atBottom: true, on: &grid)
      if isTyping { grid.cursor = Position(x: end, y: frame.rect.maxY - 1) }
    } else if column.count > 0, let retry {
      frame.label(left: Words.retry(retry, at: scene.explorer.now), theme[.muted], atBottom: true, on: &grid)
    } else if column.count > 0, let failure = status.failure {
      frame.label(left: "⚠ not refreshed: \(failure.message)", theme[.bad], atBottom: true, on: &grid)
    } else if column.count > 0, let elapsed = status.visibleWait(at: scene.explorer.now) {
      let wait = Words.wait(elapsed, received: scene.explorer.received(of: id))
      frame.label(left: "refreshing… \(wait)", theme[.muted], atBottom: true, on: &grid)
    }
  }

  private static func drawRows(
    _ scene: Scene, _ column: Column, isFocused: Bool, in rect: Rect, on grid: inout Grid
  ) {
    let theme = scene.theme
    let positions = column.top..<min(column.top + rect.height, column.count)
    let widestCode = positions.map { DisplayWidth.of(column.row(at: $0)?.code ?? "") }.max() ?? 0
    let codeWidth = min(widestCode, rect.width / 2)
    let query = column.filter.isEmpty ? nil : FilterQuery(column.filter)
    for position in positions {
      guard let row = column.row(at: position) else { continue }
      let line = rect.row(position - column.top)
      let isSelected = position == column.cursor
      let style = theme[isSelected ? (isFocused ? .selection : .idleSelection) : .text]
      if isSelected { grid.fill(line, style: style) }
      grid.put(isSelected ? "▌" : " ", at: line.origin, style: style)
      var x = line.x + 2
      if codeWidth > 0 {
        var codeStyle = theme[.code]
        if isSelected { codeStyle = style }
        MatchedText.draw(
          row.code, query, at: Position(x: x, y: line.y), codeStyle, codeWidth, theme, on: &grid)
        x += codeWidth + 2
      }
      MatchedText.draw(row.name, query, at: Position(x: x, y: line.y), style, line.maxX - x, theme, on: &grid)
    }
  }
}
