import Terminal
import ViewModels

/// What lists have in common that one narrows by typing: a frame, the line that is typed in, and a row for each entry.
struct TypedListView {
  let typed: TypedList
  let title: String
  /// What the line says while it is empty.
  let invitation: String
  /// What the corner says while nothing is typed, and while something is.
  let corner: String
  /// Why there is no row; nil if there is one.
  let emptiness: String?

  static func rows(in rect: Rect) -> Rect { rect.insetBy(dx: 1, dy: 1).splitTop(2).rest }

  func draw(
    _ theme: Theme, in rect: Rect, on grid: inout Grid, row: (Int, Rect, FilterQuery?, inout Grid) -> Void
  ) -> Frame {
    let frame = Frame(rect: rect, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: title, theme[.overlayHeading], right: corner, theme[.overlayMuted], on: &grid)
    let input = rect.insetBy(dx: 1, dy: 1).splitTop(2).top
    let line = input.row(0).insetBy(dx: 1, dy: 0)
    if typed.field.text.isEmpty {
      grid.put(invitation, at: line.origin, style: theme[.overlayMuted], maxWidth: line.width, overflow: .ellipsis)
    }
    TextFieldView.draw(typed.field, isFocused: true, in: line, style: theme[.overlay], on: &grid)
    grid.fill(input.row(1), with: "─", style: theme[.overlayBorder])
    let place = Self.rows(in: rect)
    if let emptiness {
      for (number, text) in Wrapping.lines(of: emptiness, width: place.width - 2).prefix(place.height).enumerated() {
        grid.put(text, at: Position(x: place.x + 1, y: place.y + number), style: theme[.overlayMuted])
      }
      return frame
    }
    let query = typed.field.text.isEmpty ? nil : FilterQuery(typed.field.text)
    let list = typed.list
    for position in list.top..<min(list.top + place.height, list.count) {
      let line = place.row(position - list.top)
      if position == list.cursor { grid.fill(line, style: theme[.selection]) }
      grid.put(
        position == list.cursor ? "▌" : " ", at: line.origin,
        style: theme[position == list.cursor ? .selection : .overlay])
      row(position, line, query, &grid)
    }
    frame.scrollBar(top: list.top, height: place.height, count: list.count, theme[.overlayBorder], on: &grid)
    return frame
  }
}
