import Terminal
import ViewModels

/// One line to type into, at the foot of the screen.
enum PromptView {
  static func draw(_ scene: Scene, _ prompt: Prompt, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let box = Rect(x: rect.x, y: rect.maxY - 3, width: rect.width, height: 3)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: prompt.title, theme[.overlayHeading], right: "Enter takes it", theme[.overlayMuted], on: &grid)
    if let problem = prompt.problem { frame.label(left: problem, theme[.bad], atBottom: true, on: &grid) }
    let line = box.insetBy(dx: 2, dy: 1).row(0)
    // The end is where one types: of a long text, that is what shows.
    var shown = Substring(VisibleText.visible(prompt.text))
    while DisplayWidth.of(String(shown)) > line.width - 1 { shown.removeFirst() }
    let used = grid.put(String(shown), at: line.origin, style: theme[.overlay])
    grid.cursor = Position(x: line.x + used, y: line.y)
  }
}
