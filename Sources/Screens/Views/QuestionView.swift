import Terminal
import ViewModels

/// A question that wants a clear yes.
enum QuestionView {
  static func draw(_ scene: Scene, _ question: Question, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let (box, lines) = place(of: scene.text(question.text), in: rect)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: question.title, theme[.overlayHeading], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    for (row, line) in lines.prefix(inside.height).enumerated() {
      grid.put(line, at: inside.row(row).origin, style: theme[.overlay])
    }
    for answer in answers(scene.keyMap, in: box) {
      let used = grid.put(answer.key, at: answer.place.origin, style: theme[.overlayKey])
      grid.put(answer.title, at: Position(x: answer.place.x + used, y: answer.place.y), style: theme[.overlay])
    }
  }

  /// The answer that is written there.
  ///
  /// - Parameter text: the question's.
  static func answer(at position: Position, to text: String, _ keyMap: KeyMap, in rect: Rect) -> Command? {
    answers(keyMap, in: place(of: text, in: rect).box).first { $0.place.contains(position) }?.command
  }

  private static func place(of text: String, in rect: Rect) -> (box: Rect, lines: [String]) {
    let width = min(rect.width, 72)
    let lines = Wrapping.lines(of: text, width: width - 4)
    let height = min(lines.count + 4, rect.height)
    let y = max(rect.maxY - 1 - height, rect.y)
    return (Rect(x: rect.x + (rect.width - width) / 2, y: y, width: width, height: height), lines)
  }

  private static func answers(
    _ keyMap: KeyMap, in box: Rect
  ) -> [(command: Command, key: String, title: String, place: Rect)] {
    let inside = box.insetBy(dx: 2, dy: 1)
    let line = inside.row(inside.height - 1)
    var x = line.x
    return [(Command.confirm, " yes"), (.decline, " no")].map { command, title in
      let key = keyMap.keys(for: command, in: .question).first?.description ?? ""
      let width = DisplayWidth.of(key + title)
      defer { x += width + 4 }
      return (command, key, title, Rect(x: x, y: line.y, width: width, height: 1))
    }
  }
}
