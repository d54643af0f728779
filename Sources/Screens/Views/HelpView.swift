import Terminal
import ViewModels

/// All commands with their keys; those that don't work where one is are dimmed and say where they do.
enum HelpView {
  static func draw(_ scene: Scene, _ help: CommandList, in rect: Rect, on grid: inout Grid) {
    let typed = help.typed
    let view = TypedListView(
      typed: typed, title: "Commands and keys", invitation: "type to narrow",
      corner: typed.field.text.isEmpty ? scene.text("\(key: .runCommand) does it") : "\(typed.list.count) fit",
      emptiness: typed.list.count == 0 ? "No command fits." : nil)
    _ = view.draw(scene.theme, in: rect, on: &grid) { position, line, query, grid in
      drawRow(scene, help, at: position, in: line, query, on: &grid)
    }
  }

  private static func drawRow(
    _ scene: Scene, _ help: CommandList, at position: Int, in line: Rect, _ query: FilterQuery?, on grid: inout Grid
  ) {
    let theme = scene.theme
    guard let command = help.command(at: position), let row = help.list.row(at: position) else { return }
    let isSelected = position == help.list.cursor
    let isUsable = help.isUsable(command)
    let style = theme[isSelected ? .selection : isUsable ? .overlay : .overlayMuted]
    let keysWidth = min(line.width / 4, 20)
    let keys = scene.keyMap.keys(for: command).map(\.description).joined(separator: " ")
    grid.put(
      keys, at: Position(x: line.x + 2, y: line.y), style: isSelected || !isUsable ? style : theme[.overlayKey],
      maxWidth: keysWidth - 1, overflow: .ellipsis)
    let text = Position(x: line.x + 2 + keysWidth, y: line.y)
    let note = isUsable ? command.group.rawValue : scene.explorer.keys.places(of: command).first ?? ""
    let noteWidth = line.width >= 76 ? min(DisplayWidth.of(note), 24) : 0
    MatchedText.draw(row.name, query, at: text, style, line.maxX - text.x - noteWidth - 2, theme, on: &grid)
    guard noteWidth > 0 else { return }
    grid.put(
      note, at: Position(x: line.maxX - 1 - noteWidth, y: line.y), style: isSelected ? style : theme[.overlayMuted],
      maxWidth: noteWidth, overflow: .ellipsis)
  }
}
