import Terminal
import ViewModels

/// What can be copied, and by which key: in sentences, or where those don't fit in two columns of a word or two.
enum CopyView {
  private static let keyWidth = 4

  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let (box, isBrief, entries) = places(scene.explorer, scene.keyMap, in: rect)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(
      left: "Copy", theme[.overlayHeading], right: scene.text("\(key: .cancel) closes"), theme[.overlayMuted], on: &grid
    )
    for (command, line) in entries {
      let keys = scene.keyMap.keys(for: command, in: .copy).map(\.description).joined(separator: " ")
      let (key, words) = line.splitLeft(isBrief ? 2 : keyWidth)
      grid.put(keys, at: key.origin, style: theme[.overlayKey])
      grid.put(
        isBrief ? command.title : Self.words(command), at: words.origin, style: theme[.overlay], maxWidth: words.width,
        overflow: .ellipsis)
    }
  }

  /// What is copied by a click there.
  static func command(at position: Position, of explorer: Explorer, _ keyMap: KeyMap, in rect: Rect) -> Command? {
    places(explorer, keyMap, in: rect).entries.first { $0.line.contains(position) }?.command
  }

  private static func places(
    _ explorer: Explorer, _ keyMap: KeyMap, in rect: Rect
  ) -> (box: Rect, isBrief: Bool, entries: [(command: Command, line: Rect)]) {
    let commands = Command.allCases.filter {
      $0.group == .copying && !keyMap.keys(for: $0, in: .copy).isEmpty && explorer.offers($0)
    }
    let isBrief = commands.count + 2 > rect.height
    let rows = isBrief ? (commands.count + 1) / 2 : commands.count
    let box = place(of: commands.map(Self.words), rows: rows, isBrief: isBrief, in: rect)
    let inside = box.insetBy(dx: 2, dy: 1)
    let shown = commands.enumerated().filter { $0.offset % rows < inside.height }
    return (
      box, isBrief,
      shown.map { position, command in
        let line = inside.row(position % rows)
        let (left, right) = line.splitLeft(line.width / 2)
        return (command, isBrief ? position < rows ? left : right : line)
      }
    )
  }

  private static func words(_ command: Command) -> String { String(command.help.trimmingPrefix("Then ")) }

  /// As wide as its longest line, in the middle, above the border of what is behind it.
  private static func place(of words: [String], rows: Int, isBrief: Bool, in rect: Rect) -> Rect {
    let longest = keyWidth + (words.map { DisplayWidth.of($0) }.max() ?? 0)
    let width = isBrief ? rect.width : min(longest + 4, rect.width)
    let height = min(rows + 2, rect.height)
    return Rect(
      x: rect.x + (rect.width - width) / 2, y: max(rect.maxY - 1 - height, rect.y), width: width, height: height)
  }
}
