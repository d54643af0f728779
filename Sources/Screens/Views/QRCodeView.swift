import Terminal
import ViewModels

/// A code to be scanned, two modules in a cell, with its text below. Light on dark whatever the theme: cameras want the contrast.
enum QRCodeView {
  /// Modules of light border on each side.
  private static let quiet = 2

  static func draw(_ scene: Scene, _ code: QRCode, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let side = code.size + 2 * quiet
    let (width, height) = (max(side, min(DisplayWidth.of(code.text), rect.width)), (side + 1) / 2)
    grid.fill(rect, style: theme[.text])
    guard height + 1 <= rect.height, side <= rect.width else {
      let lines = Wrapping.lines(
        of: "The code needs \(side)x\(height + 3) cells of screen. \(code.text)", width: rect.width - 2)
      for (row, line) in lines.prefix(rect.height).enumerated() {
        grid.put(line, at: Position(x: rect.x + 1, y: rect.y + row), style: theme[.text])
      }
      return
    }
    let top = rect.y + (rect.height - height - 1) / 2
    let left = rect.x + (rect.width - side) / 2
    for row in 0..<height {
      for column in 0..<side {
        let (x, y) = (column - quiet, 2 * row - quiet)
        let (glyph, isLight) = cell(!code.isDark(x: x, y: y), !code.isDark(x: x, y: y + 1))
        // Where there is no colour, the glyph alone has to do.
        let style = Style(foreground: .rgb(255, 255, 255), background: isLight ? .rgb(255, 255, 255) : .rgb(0, 0, 0))
        grid.put(glyph, at: Position(x: left + column, y: top + row), style: style)
      }
    }
    grid.put(
      code.text,
      at: Position(
        x: rect.x + (rect.width - width) / 2 + max(width - DisplayWidth.of(code.text), 0) / 2, y: top + height),
      style: theme[.heading], maxWidth: rect.width, overflow: .ellipsis)
  }

  /// A glyph for two modules, and whether both are light.
  private static func cell(_ isUpperLight: Bool, _ isLowerLight: Bool) -> (String, Bool) {
    switch (isUpperLight, isLowerLight) {
    case (true, true): ("█", true)
    case (true, false): ("▀", false)
    case (false, true): ("▄", false)
    case (false, false): (" ", false)
    }
  }
}
