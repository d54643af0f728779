import Terminal
import ViewModels

/// A question that wants a clear yes.
enum QuestionView {
  static func draw(_ scene: Scene, _ question: Question, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let width = min(rect.width, 72)
    let lines = Wrapping.lines(of: question.text, width: width - 4)
    let height = min(lines.count + 4, rect.height)
    let y = max(rect.maxY - 1 - height, rect.y)
    let box = Rect(x: rect.x + (rect.width - width) / 2, y: y, width: width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: question.title, theme[.overlayHeading], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    for (row, line) in lines.prefix(inside.height).enumerated() {
      grid.put(line, at: inside.row(row).origin, style: theme[.overlay])
    }
    let answers = inside.row(inside.height - 1)
    var x = answers.x
    for (command, title) in [(Command.confirm, " yes    "), (.decline, " no")] {
      let key = scene.keyMap.keys(for: command, in: .question).first?.description ?? ""
      x += grid.put(key, at: Position(x: x, y: answers.y), style: theme[.overlayKey])
      x += grid.put(title, at: Position(x: x, y: answers.y), style: theme[.overlay])
    }
  }
}
