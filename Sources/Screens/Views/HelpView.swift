import Terminal
import ViewModels

/// All commands with their keys; those that don't work where one is are dimmed and say where they do.
enum HelpView {
  static func draw(_ scene: Scene, _ help: CommandList, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let frame = Frame(rect: rect, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(
      left: "Commands and keys", theme[.overlayHeading],
      right: help.field.text.isEmpty ? "Enter does it" : "\(help.list.count) fit", theme[.overlayMuted], on: &grid)
    let (input, below) = Layout.found(in: rect)
    let line = input.row(0).insetBy(dx: 1, dy: 0)
    if help.field.text.isEmpty {
      grid.put("type to narrow", at: line.origin, style: theme[.overlayMuted], maxWidth: line.width)
    }
    TextFieldView.draw(help.field, isFocused: true, in: line, style: theme[.overlay], on: &grid)
    grid.fill(input.row(1), with: "─", style: theme[.overlayBorder])
    guard help.list.count > 0 else {
      grid.put(
        "No command fits.", at: Position(x: below.x + 1, y: below.y), style: theme[.overlayMuted],
        maxWidth: below.width - 2)
      return
    }
    drawRows(scene, help, in: below, on: &grid)
    frame.scrollBar(
      top: help.list.top, height: below.height, count: help.list.count, theme[.overlayBorder], on: &grid)
  }

  private static func drawRows(_ scene: Scene, _ help: CommandList, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let query = help.field.text.isEmpty ? nil : FilterQuery(help.field.text)
    let keysWidth = min(rect.width / 4, 20)
    for position in help.list.top..<min(help.list.top + rect.height, help.list.count) {
      guard let command = help.command(at: position), let row = help.list.row(at: position) else { continue }
      let line = rect.row(position - help.list.top)
      let isSelected = position == help.list.cursor
      let isUsable = help.isUsable(command)
      let plain = theme[isUsable ? .overlay : .overlayMuted]
      let style = isSelected ? theme[.selection] : plain
      if isSelected { grid.fill(line, style: style) }
      grid.put(isSelected ? "▌" : " ", at: line.origin, style: style)
      let keys = scene.keyMap.keys(for: command).map(\.description).joined(separator: " ")
      grid.put(
        keys, at: Position(x: line.x + 2, y: line.y),
        style: isSelected || !isUsable ? style : theme[.overlayKey], maxWidth: keysWidth - 1, overflow: .ellipsis)
      let text = Position(x: line.x + 2 + keysWidth, y: line.y)
      let note = isUsable ? command.group.rawValue : scene.explorer.place(of: command)
      let noteWidth = rect.width >= 76 ? min(DisplayWidth.of(note), 24) : 0
      MatchedText.draw(row.name, query, at: text, style, line.maxX - text.x - noteWidth - 2, theme, on: &grid)
      if noteWidth > 0 {
        grid.put(
          note, at: Position(x: line.maxX - 1 - noteWidth, y: line.y),
          style: isSelected ? style : theme[.overlayMuted], maxWidth: noteWidth, overflow: .ellipsis)
      }
    }
  }
}
