import Terminal
import ViewModels

/// Anything of the directory, found as one types.
enum FinderView {
  static func draw(_ scene: Scene, _ finder: Finder, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let frame = Frame(rect: rect, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    let count = finder.field.text.isEmpty ? "\(finder.count) known" : "\(finder.list.count) of \(finder.count) known"
    frame.label(left: "Find", theme[.overlayHeading], right: count, theme[.overlayMuted], on: &grid)
    drawState(scene, frame, on: &grid)
    let (input, below) = Layout.found(in: rect)
    let line = input.row(0).insetBy(dx: 1, dy: 0)
    if finder.field.text.isEmpty {
      grid.put(
        "name, BIC or id", at: line.origin, style: theme[.overlayMuted], maxWidth: line.width, overflow: .ellipsis)
    }
    TextFieldView.draw(finder.field, isFocused: true, in: line, style: theme[.overlay], on: &grid)
    grid.fill(input.row(1), with: "─", style: theme[.overlayBorder])
    if let reason = scene.explorer.nothingFound {
      for (row, text) in Wrapping.lines(of: reason, width: below.width - 2).prefix(below.height).enumerated() {
        grid.put(text, at: Position(x: below.x + 1, y: below.y + row), style: theme[.overlayMuted])
      }
      return
    }
    drawRows(scene, finder, in: below, on: &grid)
    frame.scrollBar(
      top: finder.list.top, height: below.height, count: finder.list.count, theme[.overlayBorder], on: &grid)
  }

  private static func drawState(_ scene: Scene, _ frame: Frame, on grid: inout Grid) {
    let (explorer, theme) = (scene.explorer, scene.theme)
    if let walk = explorer.walk {
      let room = frame.rect.width - 6
      frame.label(
        left: Words.walk(walk, at: explorer.now, width: room), theme[.match], atBottom: true, on: &grid)
    } else if !explorer.knowsAll {
      frame.label(left: "not all of it is known: Tab reads it", theme[.overlayMuted], atBottom: true, on: &grid)
    }
  }

  private static func drawRows(_ scene: Scene, _ finder: Finder, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let positions = finder.list.top..<min(finder.list.top + rect.height, finder.list.count)
    let widest = positions.map { DisplayWidth.of(finder.list.row(at: $0)?.code ?? "") }.max() ?? 0
    let codeWidth = min(max(widest, 2), 11)
    let query = finder.field.text.isEmpty ? nil : FilterQuery(finder.field.text)
    for position in positions {
      guard let row = finder.list.row(at: position), let place = finder.place(at: position) else { continue }
      let line = rect.row(position - finder.list.top)
      let isSelected = position == finder.list.cursor
      let style = theme[isSelected ? .selection : .overlay]
      if isSelected { grid.fill(line, style: style) }
      grid.put(isSelected ? "▌" : " ", at: line.origin, style: style)
      let kind = place.kind.rawValue + (row.context.isEmpty ? "" : " · ")
      let (kindWidth, contextWidth) = (DisplayWidth.of(kind), DisplayWidth.of(VisibleText.visible(row.context)))
      let noteWidth = min(kindWidth + contextWidth, line.width < 60 ? line.width / 4 : line.width / 2)
      let code = Position(x: line.x + 2, y: line.y)
      MatchedText.draw(
        row.code, query, at: code, isSelected ? style : theme[.overlayKey], codeWidth, scene.theme, on: &grid)
      let name = Position(x: code.x + codeWidth + 2, y: line.y)
      let room = line.maxX - 2 - noteWidth - name.x
      MatchedText.draw(row.name, query, at: name, style, room, scene.theme, on: &grid)
      let note = Position(x: line.maxX - 1 - noteWidth, y: line.y)
      let muted = isSelected ? style : theme[.overlayMuted]
      grid.put(kind, at: note, style: muted, maxWidth: noteWidth)
      MatchedText.draw(
        row.context, query, at: Position(x: note.x + kindWidth, y: note.y), muted, noteWidth - kindWidth, theme,
        on: &grid)
    }
  }
}
