import Terminal
import ViewModels

/// Anything of the directory, found as one types.
enum FinderView {
  static func draw(_ scene: Scene, _ finder: Finder, in rect: Rect, on grid: inout Grid) {
    let typed = finder.typed
    let view = TypedListView(
      typed: typed, title: "Find", invitation: "name, BIC or id",
      corner: corner(of: finder),
      emptiness: finder.nothingFound(knowsAll: scene.explorer.session.directory.isWhole).map(scene.text))
    let codeWidth = codeWidth(of: typed.list, rows: TypedListView.rows(in: rect).height)
    let frame = view.draw(scene.theme, in: rect, on: &grid) { position, line, query, grid in
      drawRow(scene.theme, finder, at: position, codeWidth, in: line, query, on: &grid)
    }
    drawState(scene, frame, on: &grid)
  }

  private static func corner(of finder: Finder) -> String {
    guard !finder.isPreparing else { return "" }
    return finder.typed.field.text.isEmpty ? "\(finder.count) known" : "\(finder.list.count) of \(finder.count) known"
  }

  private static func drawState(_ scene: Scene, _ frame: Frame, on grid: inout Grid) {
    let (explorer, theme) = (scene.explorer, scene.theme)
    if let walk = explorer.browser.walk {
      let text = Words.walk(walk, at: explorer.now, explorer.keys, width: frame.rect.width - 6)
      frame.label(left: text, theme.onOverlay(.match), atBottom: true, on: &grid)
    } else if !explorer.session.directory.isWhole {
      let text = scene.text("not all of it is known: \(key: .readDirectory) reads it")
      frame.label(left: text, theme[.overlayMuted], atBottom: true, on: &grid)
    }
  }

  private static func codeWidth(of list: Column, rows: Int) -> Int {
    let shown = list.top..<min(list.top + rows, list.count)
    let widest = shown.map { DisplayWidth.of(list.row(at: $0)?.code ?? "") }.max() ?? 0
    return min(max(widest, 2), 11)
  }

  private static func drawRow(
    _ theme: Theme, _ finder: Finder, at position: Int, _ codeWidth: Int, in line: Rect, _ query: FilterQuery?,
    on grid: inout Grid
  ) {
    guard let row = finder.list.row(at: position), let place = finder.place(at: position) else { return }
    let isSelected = position == finder.list.cursor
    let style = theme[isSelected ? .selection : .overlay]
    let kind = place.kind.rawValue + (row.context.isEmpty ? "" : " · ")
    let (kindWidth, contextWidth) = (DisplayWidth.of(kind), DisplayWidth.of(row.context))
    let noteWidth = min(kindWidth + contextWidth, line.width < 60 ? line.width / 4 : line.width / 2)
    let code = Position(x: line.x + 2, y: line.y)
    MatchedText.draw(row.code, query, at: code, isSelected ? style : theme[.overlayKey], codeWidth, theme, on: &grid)
    let name = Position(x: code.x + codeWidth + 2, y: line.y)
    MatchedText.draw(row.name, query, at: name, style, line.maxX - 2 - noteWidth - name.x, theme, on: &grid)
    let note = Position(x: line.maxX - 1 - noteWidth, y: line.y)
    let muted = isSelected ? style : theme[.overlayMuted]
    grid.put(kind, at: note, style: muted, maxWidth: noteWidth)
    MatchedText.draw(
      row.context, query, at: Position(x: note.x + kindWidth, y: note.y), muted, noteWidth - kindWidth, theme, on: &grid
    )
  }
}
