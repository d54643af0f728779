import Terminal
import ViewModels

/// Something to be answered, at the foot of the screen.
enum QuestionView {
  static func draw(_ scene: Scene, _ question: Question, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let box = Rect(x: rect.x, y: rect.maxY - 3, width: rect.width, height: 3)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: "Sure?", theme[.overlayHeading], right: "Enter: yes · Esc: no", theme[.overlayMuted], on: &grid)
    let line = box.insetBy(dx: 2, dy: 1).row(0)
    grid.put(question.text, at: line.origin, style: theme[.overlay], maxWidth: line.width, overflow: .ellipsis)
  }
}
