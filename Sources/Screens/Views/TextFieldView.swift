import Terminal
import ViewModels

/// A text field: the part around its cursor where the whole doesn't fit.
enum TextFieldView {
  /// - Parameter isFocused: whether the terminal's cursor stands in it.
  static func draw(_ field: TextField, isFocused: Bool, in rect: Rect, style: Style, on grid: inout Grid) {
    guard rect.width > 0 else { return }
    guard isFocused else {
      grid.put(field.text, at: rect.origin, style: style, maxWidth: rect.width, overflow: .ellipsis)
      return
    }
    var shown = Substring(VisibleText.visible(field.before))
    while DisplayWidth.of(String(shown)) > rect.width - 1 { shown.removeFirst() }
    let used = grid.put(String(shown), at: rect.origin, style: style)
    grid.put(
      field.after, at: Position(x: rect.x + used, y: rect.y), style: style, maxWidth: rect.width - used,
      overflow: .ellipsis)
    grid.cursor = Position(x: rect.x + used, y: rect.y)
  }
}
