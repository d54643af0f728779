import Terminal
import ViewModels

/// With what an exchange can be compared.
enum CompareMenuView {
  static func draw(_ scene: Scene, _ menu: CompareMenu, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let box = box(of: menu, in: rect)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(
      left: "Compare with", theme[.overlayHeading],
      right: scene.text(
        "\(key: .toggleMark, in: .compareMenu) marks several, \(key: .startComparison) compares"),
      theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 1, dy: 1)
    let titleWidth = min(menu.choices.map { DisplayWidth.of($0.title) }.max() ?? 0, inside.width / 2)
    for position in menu.list.top..<min(menu.list.top + inside.height, menu.list.count) {
      guard let choice = menu.choice(at: position) else { continue }
      let line = inside.row(position - menu.list.top)
      let isSelected = position == menu.list.cursor
      let style = theme[isSelected ? .selection : choice.isPossible ? .overlay : .overlayMuted]
      grid.fill(line, style: style)
      grid.put("\(isSelected ? "▌" : " ")\(mark(of: choice, menu))", at: line.origin, style: style)
      grid.put(
        choice.title, at: Position(x: line.x + 5, y: line.y), style: style, maxWidth: titleWidth, overflow: .ellipsis)
      let x = line.x + 7 + titleWidth
      grid.put(
        scene.text(choice.words), at: Position(x: x, y: line.y), style: isSelected ? style : theme[.overlayMuted],
        maxWidth: line.maxX - x - 1, overflow: .ellipsis)
    }
  }

  /// The rows on screen.
  static func list(of menu: CompareMenu, in rect: Rect) -> Rect { box(of: menu, in: rect).insetBy(dx: 1, dy: 1) }

  private static func box(of menu: CompareMenu, in rect: Rect) -> Rect {
    let height = min(rect.height, menu.choices.count + 2)
    return Rect(x: rect.x, y: rect.y + max((rect.height - height) / 3, 0), width: rect.width, height: height)
  }

  private static func mark(of choice: CompareMenu.Choice, _ menu: CompareMenu) -> String {
    guard case .profile(let profile) = choice.kind else { return "" }
    return !choice.isPossible ? " ✗" : menu.marked.contains(profile) ? "[x]" : "[ ]"
  }
}
