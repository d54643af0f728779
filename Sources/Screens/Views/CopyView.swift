import Terminal
import ViewModels

/// What can be copied, and by which key: in sentences, or where those don't fit in two columns of a word or two.
enum CopyView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let commands = Command.allCases.filter {
      $0.group == .copying && !scene.keyMap.keys(for: $0, in: .copy).isEmpty
        && (CopyTarget($0).map(scene.explorer.offers)
          ?? (scene.explorer.comparison == nil && scene.explorer.file == nil))
    }
    let isBrief = commands.count + 2 > rect.height
    let rows = isBrief ? (commands.count + 1) / 2 : commands.count
    let width = min(rect.width, 72)
    let height = min(rect.height, rows + 2)
    let box = Rect(x: rect.maxX - width, y: rect.maxY - height, width: width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: "Copy", theme[.overlayHeading], right: "Esc closes", theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    for (position, command) in commands.enumerated() where position % rows < inside.height {
      var line = inside.row(position % rows)
      if isBrief {
        let (left, right) = line.splitLeft(line.width / 2)
        line = position < rows ? left : right
      }
      let keys = scene.keyMap.keys(for: command, in: .copy).map(\.description).joined(separator: " ")
      let (key, words) = line.splitLeft(isBrief ? 2 : 4)
      grid.put(keys, at: key.origin, style: theme[.overlayKey])
      grid.put(
        isBrief ? command.title : String(command.help.trimmingPrefix("Then ")), at: words.origin,
        style: theme[.overlay], maxWidth: words.width, overflow: .ellipsis)
    }
  }
}
