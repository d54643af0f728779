import Terminal
import ViewModels

/// One line to type into, at the foot of the screen.
enum PromptView {
  static func draw(_ scene: Scene, _ prompt: Prompt, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let box = Rect(x: rect.x, y: rect.maxY - 3, width: rect.width, height: 3)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: prompt.title, theme[.overlayHeading], right: help(prompt, scene), theme[.overlayMuted], on: &grid)
    if let problem = prompt.problem {
      frame.label(left: scene.text(problem), theme.onOverlay(.bad), atBottom: true, on: &grid)
    }
    var line = box.insetBy(dx: 2, dy: 1).row(0)
    if scene.explorer.overlay == .commandLine {
      line = line.splitLeft(grid.put(":", at: line.origin, style: theme[.overlayKey])).rest
    }
    TextFieldView.draw(prompt.field, isFocused: true, in: line, style: theme[.overlay], on: &grid)
  }

  private static func help(_ prompt: Prompt, _ scene: Scene) -> String {
    if let completion = prompt.completion { return "\(completion.position + 1) of \(completion.count)" }
    return scene.text(
      scene.explorer.overlay == .commandLine
        ? "\(key: .complete, in: .prompt) completes" : "\(key: .accept) takes it")
  }
}
