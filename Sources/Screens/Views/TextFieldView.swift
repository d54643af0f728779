import Terminal
import ViewModels

/// A text field: the part around its cursor where the whole doesn't fit, with an ellipsis where it goes on.
enum TextFieldView {
  /// - Parameter isFocused: whether the terminal's cursor stands in it.
  static func draw(_ field: TextField, isFocused: Bool, in rect: Rect, style: Style, on grid: inout Grid) {
    guard rect.width > 0 else { return }
    guard isFocused else {
      grid.put(field.text, at: rect.origin, style: style, maxWidth: rect.width, overflow: .ellipsis)
      return
    }
    var shown = VisibleText.visible(field.before)
    if DisplayWidth.of(shown) > rect.width - 1 { shown = "…\(tail(of: shown, width: rect.width - 2))" }
    let used = grid.put(shown, at: rect.origin, style: style, maxWidth: rect.width - 1)
    grid.put(
      field.after, at: Position(x: rect.x + used, y: rect.y), style: style, maxWidth: rect.width - used,
      overflow: .ellipsis)
    grid.cursor = Position(x: rect.x + used, y: rect.y)
  }

  private static func tail(of text: String, width: Int) -> Substring {
    var (start, used) = (text.endIndex, 0)
    while start > text.startIndex {
      let next = text.index(before: start)
      used += DisplayWidth.of(String(text[next]))
      guard used <= width else { break }
      start = next
    }
    return text[start...]
  }
}
