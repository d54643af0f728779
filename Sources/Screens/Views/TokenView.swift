import ExplorerStorage
import Terminal
import ViewModels

/// What is known of the profile's token, over the whole screen.
enum TokenView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    guard let (page, top) = scene.explorer.tokenPage else { return }
    let theme = scene.theme
    let frame = Frame(rect: rect, border: theme[.focusedBorder], fill: theme[.text])
    frame.draw(on: &grid)
    let (words, isGood) = page.state
    frame.label(
      left: "Token · \(scene.explorer.profile.name)", theme[.focusedTitle], right: words,
      theme[isGood.map { $0 ? .good : .bad } ?? .muted], on: &grid)
    let inside = Layout.rows(of: rect)
    let lines = page.lines
    for (offset, line) in lines.dropFirst(top).prefix(inside.height).enumerated() {
      LineView.draw(line, scrolled: 0, in: inside.row(offset), theme, on: &grid)
    }
    frame.scrollBar(top: top, height: inside.height, count: lines.count, theme[.focusedBorder], on: &grid)
  }
}
