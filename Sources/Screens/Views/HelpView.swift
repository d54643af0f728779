import Terminal
import ViewModels

/// All keys, by group.
enum HelpView {
  static func draw(_ scene: Scene, top: Int, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let rows = HelpRow.all
    let box = Rect(x: rect.x, y: rect.y, width: rect.width, height: min(rect.height, rows.count + 2))
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: "Keys", theme[.overlayHeading], right: "Esc closes", theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    let keysWidth = min(inside.width / 3, 24)
    for (offset, row) in rows.dropFirst(top).prefix(inside.height).enumerated() {
      let line = inside.row(offset)
      switch row {
      case .blank: break
      case .heading(let text): grid.put(text, at: line.origin, style: theme[.overlayHeading])
      case .command(let command):
        let keys = scene.keyMap.keys(for: command).map(\.description).joined(separator: " ")
        grid.put(keys, at: line.origin, style: theme[.overlayKey], maxWidth: keysWidth - 1, overflow: .ellipsis)
        grid.put(
          command.help, at: Position(x: line.x + keysWidth, y: line.y), style: theme[.overlay],
          maxWidth: line.width - keysWidth,
          overflow: .ellipsis)
      }
    }
    frame.scrollBar(top: top, height: box.height - 2, count: rows.count, theme[.overlayBorder], on: &grid)
  }
}
