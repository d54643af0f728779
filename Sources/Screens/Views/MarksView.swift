import Terminal
import ViewModels

/// The marks there are, while a letter is awaited.
enum MarksView {
  static func draw(_ scene: Scene, _ places: PlacesRoom, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let (marks, isSetting) = (places.marks.sorted { $0.key < $1.key }, places.isSetting)
    let empty = scene.text(isSetting ? "No mark yet." : "No mark yet: \(key: .setMark) and a letter make one.")
    let height = min(max(marks.count, 1) + 2, rect.height)
    let width = min(rect.width, 56)
    let box = Rect(
      x: rect.x + (rect.width - width) / 2, y: max(rect.maxY - 1 - height, rect.y), width: width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(
      left: isSetting ? "Mark this place" : "Go to a mark", theme[.overlayHeading],
      right: scene.text("a letter, or \(key: .cancel)"),
      theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    if marks.isEmpty { grid.put(empty, at: inside.origin, style: theme[.overlayMuted], maxWidth: inside.width) }
    let hidden = marks.count > inside.height ? marks.count - inside.height + 1 : 0
    if hidden > 0 {
      grid.put("and \(hidden) more", at: inside.row(inside.height - 1).origin, style: theme[.overlayMuted])
    }
    for (row, (name, place)) in marks.dropLast(hidden).enumerated() {
      let line = inside.row(row)
      grid.put(name, at: line.origin, style: theme[.overlayKey])
      grid.put(
        place.description, at: Position(x: line.x + 3, y: line.y), style: theme[.overlay], maxWidth: line.width - 3,
        overflow: .ellipsis)
    }
  }
}
