import OpenPayments
import Terminal
import ViewModels

/// A form: a line for each field, and below them what the one with the cursor is about.
enum EntryFormView {
  private static let labelWidth = 14
  private static let footRows = 3

  static func draw(_ scene: Scene, _ form: EntryForm, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let fields = form.fields
    let (box, body, below, top) = places(of: form, in: rect)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(
      left: form.title, theme[.overlayHeading],
      right: form.isBusy ? "…" : scene.text("\(key: .save, in: .entry) \(form.action)"), theme[.overlayMuted],
      on: &grid)
    if let problem = form.problem { frame.label(left: problem, theme.onOverlay(.bad), atBottom: true, on: &grid) }
    for offset in 0..<body.height where top + offset < fields.count {
      drawField(scene, form, fields[top + offset], in: body.row(offset), on: &grid)
    }
    frame.scrollBar(top: top, height: body.height, count: fields.count, theme[.overlayBorder], on: &grid)
    drawFoot(scene, form, in: below, on: &grid)
  }

  /// The field that is drawn there, by its place in the form.
  static func field(at position: Position, of form: EntryForm, in rect: Rect) -> Int? {
    let (_, body, _, top) = places(of: form, in: rect)
    let field = top + position.y - body.y
    return body.contains(position) && field < form.fields.count ? field : nil
  }

  private static func places(
    of form: EntryForm, in rect: Rect
  ) -> (box: Rect, body: Rect, below: Rect, top: Int) {
    let checks = form.current?.checks ?? []
    let foot = min(max(footRows, checks.count) + 1, max(rect.height - 5, 1))
    let height = min(rect.height, form.fields.count + foot + 2)
    let box = Rect(x: rect.x, y: rect.y + (rect.height - height) / 3, width: rect.width, height: height)
    let (body, below) = box.insetBy(dx: 1, dy: 1).splitBottom(foot)
    let top = max(min(form.position - body.height / 2, form.fields.count - body.height), 0)
    return (box, body, below, top)
  }

  private static func drawField(
    _ scene: Scene, _ form: EntryForm, _ field: EntryField, in line: Rect, on grid: inout Grid
  ) {
    let theme = scene.theme
    let isCurrent = field.id == form.cursor
    grid.put(isCurrent ? "▌" : " ", at: line.origin, style: theme[.overlayKey])
    let isWrong = field.problem != nil && !field.text.isEmpty
    let mark = isWrong ? "✗" : " "
    grid.put(mark, at: Position(x: line.x + 1, y: line.y), style: theme.onOverlay(.bad))
    let (label, rest) = line.splitLeft(3).rest.splitLeft(labelWidth)
    grid.put(
      field.label, at: label.origin, style: theme[isCurrent ? .overlayKey : .overlayMuted], maxWidth: label.width - 1,
      overflow: .ellipsis)
    let place = Rect(x: rest.x, y: rest.y, width: rest.width - 1, height: 1)
    switch field.content {
    case .choice(let titles, let selected):
      let text = isCurrent ? "‹ \(titles[selected]) ›" : titles[selected]
      grid.put(text, at: place.origin, style: theme[.overlay], maxWidth: place.width, overflow: .ellipsis)
      if isCurrent { grid.cursor = place.origin }
    case .text(let text) where text.isEmpty && !isCurrent:
      grid.put(field.hint, at: place.origin, style: theme[.overlayMuted], maxWidth: place.width, overflow: .ellipsis)
    case .text(let text):
      TextFieldView.draw(text, isFocused: isCurrent, in: place, style: theme[.overlay], on: &grid)
    case .secret(let text) where isCurrent && form.isRevealed:
      TextFieldView.draw(text, isFocused: true, in: place, style: theme[.overlay], on: &grid)
    case .secret(let text):
      let used = text.isEmpty ? 0 : grid.put(Secret.mask, at: place.origin, style: theme.onOverlay(.secret))
      if isCurrent { grid.cursor = Position(x: place.x + used, y: place.y) }
    }
  }

  private static func drawFoot(_ scene: Scene, _ form: EntryForm, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    guard let field = form.current else { return }
    grid.fill(rect.row(0), with: "─", style: theme[.overlayBorder])
    let inside = rect.splitTop(1).rest.insetBy(dx: 1, dy: 0)
    guard field.checks.isEmpty else {
      for (row, check) in field.checks.prefix(inside.height).enumerated() {
        let style = theme.onOverlay(check.isMet ? .good : .overlayMuted)
        grid.put("\(check.isMet ? "✓" : "○") \(check.text)", at: inside.row(row).origin, style: style)
      }
      return
    }
    let problem = field.problem.map { "\(field.label) \($0)" }
    var lines: [(String, ThemeRole)] = []
    if let problem, form.problem == nil { lines.append((problem, field.text.isEmpty ? .overlayMuted : .bad)) }
    lines += Wrapping.lines(of: field.hint, width: inside.width).map { ($0, .overlayMuted) }
    for (row, (text, role)) in lines.prefix(inside.height).enumerated() {
      grid.put(
        text, at: inside.row(row).origin, style: theme[role], maxWidth: inside.width, overflow: .ellipsis)
    }
  }
}
