import Terminal
import ViewModels

/// What can be copied, and by which key.
enum CopyView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let commands = Command.allCases.filter { CopyTarget($0).map(scene.explorer.offers) ?? false }
    let width = min(rect.width, 72)
    let height = min(rect.height, commands.count + 2)
    let box = Rect(x: rect.maxX - width, y: rect.maxY - height, width: width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: "Copy", theme[.overlayHeading], right: "Esc closes", theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    for (row, command) in commands.prefix(inside.height).enumerated() {
      let line = inside.row(row)
      let keys = scene.keyMap.keys(for: command, in: .copy).map(\.description).joined(separator: " ")
      grid.put(keys, at: line.origin, style: theme[.overlayKey])
      grid.put(
        String(command.help.trimmingPrefix("Then ")), at: Position(x: line.x + 4, y: line.y), style: theme[.overlay],
        maxWidth: line.width - 4, overflow: .ellipsis)
    }
  }
}
