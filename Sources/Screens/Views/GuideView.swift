import ExplorerStorage
import Terminal
import ViewModels

/// The platform's guide: its steps on the left, what belongs to one on the right. Where there is little room, one of the two.
enum GuideView {
  private static let stepsWidth = 28
  private static let narrow = 76

  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let (explorer, theme) = (scene.explorer, scene.theme)
    let frame = Frame(rect: rect, border: theme[.focusedBorder], fill: theme[.text])
    frame.draw(on: &grid)
    let areas = Areas(explorer, in: rect)
    let states = GuideStep.allCases.map(explorer.guideWords.state(of:))
    let known = states.count { $0 == .done || $0 == .open }
    if let steps = areas.steps { drawSteps(scene, in: steps, on: &grid) }
    if let separator = areas.separator {
      grid.fill(separator, with: "│", style: theme[.border])
      for (y, corner) in [(rect.y, "┬"), (rect.maxY - 1, "┴")] {
        grid.put(corner, at: Position(x: separator.x, y: y), style: theme[.focusedBorder])
      }
    }
    frame.label(
      left: areas.isNarrow && !explorer.guide.isAmongSteps
        ? "\(explorer.guide.step.number) \(explorer.guide.step.title)" : "Getting started · \(explorer.profile.name)",
      theme[.focusedTitle], right: "\(states.count { $0 == .done }) of \(known) done", theme[.muted], on: &grid)
    if let step = areas.step { drawStep(scene, frame, areas, in: step, on: &grid) }
  }

  /// The line that points to the guide while it is closed.
  static func drawPointer(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let key = scene.keyMap.keys(for: .gettingStarted, in: .columns).first.map { " or \($0)" } ?? ""
    var x = rect.x + 1
    for (text, role) in [
      ("Getting started: ", ThemeRole.muted), (":getting-started", .heading),
      (scene.text("\(key) · \(key: .cancel) dismisses this line"), .muted),
    ] where x < rect.maxX {
      x += grid.put(
        text, at: Position(x: x, y: rect.y), style: theme[role], maxWidth: rect.maxX - x, overflow: .ellipsis)
    }
  }

  /// The step or item at a place on the screen.
  static func place(at position: Position, of explorer: Explorer, in rect: Rect) -> GuidePlace? {
    let areas = Areas(explorer, in: rect)
    if let steps = areas.steps, steps.contains(position) {
      return GuideStep(rawValue: position.y - steps.y).map(GuidePlace.step)
    }
    guard areas.items.contains(position) else { return nil }
    let row = areas.firstItem + position.y - areas.items.y
    return row < explorer.guide.items.count ? .item(position: row) : nil
  }

  /// Where everything is.
  private struct Areas {
    let isNarrow: Bool
    var steps: Rect?
    var separator: Rect?
    /// All of the shown step.
    var step: Rect?
    var text: [Line] = []
    var items = Rect(x: 0, y: 0, width: 0, height: 0)
    /// The first item that is shown.
    var firstItem = 0
    var detail = Rect(x: 0, y: 0, width: 0, height: 0)

    init(_ explorer: Explorer, in rect: Rect) {
      let inside = rect.insetBy(dx: 1, dy: 1)
      isNarrow = inside.width < GuideView.narrow
      if !isNarrow {
        let (left, rest) = inside.splitLeft(GuideView.stepsWidth)
        (steps, separator) = (left, rest.splitLeft(1).left)
        step = rest.splitLeft(1).rest
      } else if explorer.guide.isAmongSteps {
        steps = inside
      } else {
        step = inside
      }
      guard let step else { return }
      text = explorer.guideWords.text(width: step.width - 2)
      // What one can do comes before what one can read.
      let count = explorer.guide.items.count
      let shown = min(count, max(step.height - 3, 1), max(step.height / 2, 6))
      let room = max(step.height - shown - 3, 0)
      let isCut = text.count > room
      text = Array(text.prefix(room))
      if isCut, let last = text.popLast() { text.append(Line(last.pieces + [.init("…", .muted)])) }
      let below = step.splitTop(text.isEmpty ? 0 : text.count + 1).rest
      (items, _) = below.splitTop(shown)
      detail = below.splitTop(shown).rest
      firstItem = max(min(explorer.guide.cursor - shown / 2, count - shown), 0)
    }
  }

  private static func drawSteps(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let (explorer, theme) = (scene.explorer, scene.theme)
    for step in GuideStep.allCases where step.rawValue < rect.height {
      let line = rect.row(step.rawValue)
      let isSelected = step == explorer.guide.step
      let role: ThemeRole? = isSelected ? (explorer.guide.isAmongSteps ? .selection : .idleSelection) : nil
      let style = theme[role ?? .text]
      if isSelected { grid.fill(line, style: style) }
      let (mark, markRole) = explorer.guideWords.state(of: step).mark
      grid.put(isSelected ? "▌" : " ", at: line.origin, style: style)
      grid.put(
        mark, at: Position(x: line.x + 1, y: line.y), style: role == nil || markRole == .text ? theme[markRole] : style)
      grid.put(
        "\(step.number) \(step.title)", at: Position(x: line.x + 3, y: line.y), style: style, maxWidth: line.width - 4,
        overflow: .ellipsis)
    }
    drawLegend(scene, in: rect, on: &grid)
  }

  /// What the marks mean and as whom the calls are made, below the steps.
  private static func drawLegend(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let explorer = scene.explorer
    let words = explorer.guideWords.state(of: explorer.guide.step).words
    let lines = Wrapping.lines(of: words, width: rect.width - 2)
    let place = rect.splitTop(GuideStep.allCases.count + 1).rest
    for (row, line) in lines.prefix(place.height).enumerated() {
      grid.put(line, at: Position(x: place.x + 1, y: place.y + row), style: scene.theme[.muted])
    }
  }

  private static func drawStep(_ scene: Scene, _ frame: Frame, _ areas: Areas, in rect: Rect, on grid: inout Grid) {
    let (explorer, theme) = (scene.explorer, scene.theme)
    for (row, line) in areas.text.enumerated() {
      LineView.draw(line, scrolled: 0, in: rect.row(row), theme, on: &grid)
    }
    let items = explorer.guide.items
    let titleWidth = items.map { DisplayWidth.of(explorer.guideWords.row($0).title) }.max() ?? 0
    for offset in 0..<areas.items.height where areas.firstItem + offset < items.count {
      let position = areas.firstItem + offset
      drawItem(
        scene, explorer.guideWords.row(items[position]), min(titleWidth, rect.width * 2 / 3),
        isSelected: position == explorer.guide.cursor,
        in: areas.items.row(offset), on: &grid)
    }
    guard areas.detail.height > 1 else { return }
    let rule = areas.detail.row(0)
    grid.fill(rule, with: "─", style: theme[.border])
    if areas.items.height < items.count {
      grid.put(
        " \(explorer.guide.cursor + 1) of \(items.count) ", at: Position(x: rule.x + 2, y: rule.y), style: theme[.muted]
      )
    }
    let inside = areas.detail.splitTop(1).rest
    let lines = explorer.guideWords.detail(width: inside.width - 2)
    let top = min(explorer.guide.detailTop, max(lines.count - inside.height, 0))
    for (row, line) in lines.dropFirst(top).prefix(inside.height).enumerated() {
      LineView.draw(line, scrolled: 0, in: inside.row(row), theme, on: &grid)
    }
    frame.scrollBar(top: top, height: inside.height, count: lines.count, theme[.focusedBorder], on: &grid)
  }

  private static func drawItem(
    _ scene: Scene, _ row: GuideRow, _ titleWidth: Int, isSelected: Bool, in line: Rect, on grid: inout Grid
  ) {
    let (explorer, theme) = (scene.explorer, scene.theme)
    let hasCursor = isSelected && !explorer.guide.isAmongSteps
    let role: ThemeRole = hasCursor ? .selection : isSelected ? .idleSelection : .text
    let style = theme[role]
    if isSelected { grid.fill(line, style: style) }
    grid.put(isSelected ? "▌" : " ", at: line.origin, style: style)
    grid.put(
      row.mark, at: Position(x: line.x + 1, y: line.y), style: isSelected ? style : theme[ThemeRole(row.role)])
    let title = Position(x: line.x + 3, y: line.y)
    grid.put(row.title, at: title, style: style, maxWidth: min(titleWidth, line.width - 4), overflow: .ellipsis)
    let x = title.x + titleWidth + 2
    guard x < line.maxX - 4 else { return }
    grid.put(
      row.note, at: Position(x: x, y: line.y), style: isSelected ? style : theme[.muted], maxWidth: line.maxX - 1 - x,
      overflow: .ellipsis)
  }
}

extension GuideStep.State {
  fileprivate var mark: (String, ThemeRole) {
    switch self {
    case .open: ("○", .muted)
    case .done: ("✓", .good)
    case .unknown: ("·", .muted)
    case .notNeeded: ("–", .muted)
    }
  }

  fileprivate var words: String {
    switch self {
    case .open: "○ still to do"
    case .done: "✓ done"
    case .unknown: "· done outside of this program; it can't know"
    case .notNeeded: "– not needed in the sandbox inside this program"
    }
  }
}
