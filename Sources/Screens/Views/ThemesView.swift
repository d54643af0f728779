import Terminal
import ViewModels

/// The themes, each with a sample of its colours; the screen around them shows the one under the cursor.
enum ThemesView {
  private static let sample: [ThemeRole] = [.heading, .match, .good, .bad, .key, .string, .number, .literal]

  /// On the right, where it hides little of what a theme looks like.
  static func box(in overlay: Rect, size: Size, rows: Int) -> Rect {
    let width = min(size.width - 2, 48)
    return Rect(x: size.width - width - 1, y: overlay.y, width: width, height: min(rows + 4, overlay.height))
  }

  static func draw(_ scene: Scene, _ picker: ThemePicker, in rect: Rect, on grid: inout Grid) {
    let typed = picker.typed
    let entries = Dictionary(scene.explorer.look.appearance.themes.map { ($0.name, $0) }) { first, _ in first }
    let view = TypedListView(
      typed: typed, title: "Colours", invitation: "type to narrow", corner: "\(typed.list.count)",
      emptiness: typed.list.count == 0 ? "No theme fits." : nil)
    let frame = view.draw(scene.theme, in: rect, on: &grid) { position, line, query, grid in
      guard let row = typed.list.row(at: position) else { return }
      let isSelected = position == typed.list.cursor
      let style = scene.theme[isSelected ? .selection : .overlay]
      let sample = drawSample(scene.samples[row.id], in: line, on: &grid)
      let faults = entries[row.id]?.faults ?? 0
      let note = faults == 0 ? entries[row.id]?.notes ?? "" : "⚠ \(faults)"
      let noteStart = sample - DisplayWidth.of(note) - 2
      grid.put(
        note, at: Position(x: noteStart, y: line.y),
        style: isSelected ? style : scene.theme[faults == 0 ? .overlayMuted : .overlayWarning])
      MatchedText.draw(
        row.name, query, at: Position(x: line.x + 2, y: line.y), style, noteStart - line.x - 3, scene.theme, on: &grid)
    }
    if let problem = picker.selected.flatMap({ entries[$0]?.problems.first }) {
      frame.label(left: problem, scene.theme[.overlayWarning], atBottom: true, on: &grid)
    }
  }

  /// - Returns: the column where the sample begins.
  private static func drawSample(_ theme: Theme?, in line: Rect, on grid: inout Grid) -> Int {
    let start = line.maxX - sample.count - 3
    guard let theme else { return start }
    let ground = theme[.text]
    grid.fill(Rect(x: start, y: line.y, width: sample.count + 2, height: 1), style: ground)
    for (number, role) in sample.enumerated() {
      var style = theme[role]
      style.background = ground.background
      style.attributes.subtract([.underline, .reverse])
      grid.put("◆", at: Position(x: start + 1 + number, y: line.y), style: style)
    }
    return start
  }
}
