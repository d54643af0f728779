import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// Two answers beside each other, or under one another where there is no room.
enum ComparisonView {
  /// A blank, the sign, a blank.
  private static let gutter = 3

  static func draw(_ scene: Scene, _ comparison: Comparison, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let list = comparison.list
    let isFocused = scene.explorer.focus == .inspector
    let border = theme[isFocused ? .focusedBorder : .border]
    let frame = Frame(rect: rect, border: border)
    frame.draw(on: &grid)
    ComparisonHeadView.draw(scene, comparison, in: frame, on: &grid)
    let inside = rect.insetBy(dx: 1, dy: 1).splitTop(list.isWide ? 1 : 2).rest
    guard list.count > 0 else {
      drawWaiting(scene, comparison, in: inside, on: &grid)
      return
    }
    for position in list.top..<min(list.top + inside.height, list.count) {
      let line = inside.row(position - list.top)
      draw(list[position], list, in: line, theme, on: &grid)
      if position == list.cursor {
        InspectorView.highlight(line, isFocused ? .selection : .idleSelection, theme, on: &grid)
      }
    }
    frame.scrollBar(top: list.top, height: inside.height, count: list.count, border, on: &grid)
    let place = list.count > inside.height ? "\(list.cursor + 1)/\(list.count)" : ""
    frame.label(left: comparison.path ?? "", theme[.muted], right: place, theme[.muted], atBottom: true, on: &grid)
  }

  private static func drawWaiting(_ scene: Scene, _ comparison: Comparison, in rect: Rect, on grid: inout Grid) {
    guard let since = comparison.waitingSince, rect.height > 0 else { return }
    let seconds = Int(clamping: max(scene.explorer.now.timeIntervalSince(since), 0))
    let what = comparison.difference == nil && comparison.comparingSince != nil ? "Comparing…" : "Calling…"
    let origin = Position(x: rect.x + 1, y: rect.y)
    let text = seconds < 1 ? what : "\(what) \(seconds) s"
    let used = grid.put(text, at: origin, style: scene.theme[.text], maxWidth: rect.width - 2)
    grid.put(
      scene.text("  \(key: .cancel) cancels."), at: Position(x: origin.x + used, y: origin.y),
      style: scene.theme[.muted],
      maxWidth: max(rect.width - 2 - used, 0))
  }

  private static func draw(
    _ item: DifferenceList.Item, _ list: DifferenceList, in line: Rect, _ theme: Theme, on grid: inout Grid
  ) {
    switch item {
    case .fold(let words):
      grid.put("… \(words)", at: Position(x: line.x + 3, y: line.y), style: theme[.muted], maxWidth: line.width - 4)
    case .row(let row) where list.isWide && (row.right != nil || row.change != .same):
      let (left, right) = halves(of: line)
      draw(row.left, row, list.left, in: left, theme, on: &grid)
      draw(row.right, row, list.left, in: right, theme, on: &grid)
      drawSign(row.change, at: Position(x: left.maxX + 1, y: line.y), theme, on: &grid)
    case .row(let row):
      drawSign(row.change, at: Position(x: line.x + 1, y: line.y), theme, on: &grid)
      draw(row.right ?? row.left, row, list.left, in: line.splitLeft(2).rest, theme, on: &grid)
    }
  }

  /// A side of a row; scrolled sideways it is shown as it is, else with what differs on the screen.
  private static func draw(
    _ text: Line?, _ row: DifferenceRow, _ scrolled: Int, in rect: Rect, _ theme: Theme, on grid: inout Grid
  ) {
    guard let text else { return }
    let line = scrolled == 0 ? text.cut(to: rect.width - 2, sharing: row.sharedCount) : text
    LineView.draw(line, scrolled: scrolled, in: rect, theme, on: &grid)
    guard let role = ThemeRole(row.change) else { return }
    grid.restyle(rect) { style in
      style.foreground = theme[role].foreground
      style.attributes.formUnion(theme[role].attributes)
      style = theme.legible(style)
    }
  }

  private static func drawSign(
    _ change: DifferenceRow.Change, at position: Position, _ theme: Theme, on grid: inout Grid
  ) {
    guard let role = ThemeRole(change) else { return }
    grid.put(change.sign, at: position, style: theme[role])
  }

  /// Where the sides stand beside each other.
  static func halves(of line: Rect) -> (left: Rect, right: Rect) {
    let (left, rest) = line.splitLeft((line.width - gutter) / 2)
    return (left, rest.splitLeft(gutter).rest)
  }
}

extension ThemeRole {
  fileprivate init?(_ change: DifferenceRow.Change) {
    switch change {
    case .same: return nil
    case .added: self = .added
    case .removed: self = .removed
    case .changed: self = .changed
    case .moved: self = .moved
    }
  }
}
