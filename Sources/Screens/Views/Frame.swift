import Terminal

/// A box with words in its borders.
struct Frame {
  let rect: Rect
  let border: Style
  /// For a box that lies over something else.
  var fill: Style?

  func draw(on grid: inout Grid) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    if let fill { grid.fill(rect, style: fill) }
    grid.fill(rect.row(0), with: "─", style: border)
    grid.fill(rect.row(rect.height - 1), with: "─", style: border)
    for side in [rect.x, right] {
      grid.fill(Rect(x: side, y: rect.y + 1, width: 1, height: rect.height - 2), with: "│", style: border)
    }
    for (corner, x, y) in [("┌", rect.x, rect.y), ("┐", right, rect.y), ("└", rect.x, bottom), ("┘", right, bottom)] {
      grid.put(corner, at: Position(x: x, y: y), style: border)
    }
  }

  /// Words in the top or bottom border: one text from the left, one up to the right, which is left out if there is no
  /// room for both.
  ///
  /// - Returns: the column after the left text.
  @discardableResult
  func label(
    left: String, _ leftStyle: Style, right: String = "", _ rightStyle: Style = .plain, atBottom: Bool = false,
    on grid: inout Grid
  ) -> Int {
    let y = atBottom ? rect.maxY - 1 : rect.y
    let room = rect.width - 4
    let rightWidth = right.isEmpty ? 0 : DisplayWidth.of(right) + 2
    let showsRight = rightWidth > 0 && hasRoom(left: left, right: right)
    var end = rect.x + 1
    if !left.isEmpty {
      let limit = room - (showsRight ? rightWidth + 1 : 0)
      grid.put(" ", at: Position(x: rect.x + 1, y: y), style: border)
      let used = grid.put(
        left, at: Position(x: rect.x + 2, y: y), style: leftStyle, maxWidth: limit, overflow: .ellipsis)
      end = rect.x + 2 + used
      grid.put(" ", at: Position(x: end, y: y), style: border)
    }
    if showsRight {
      grid.put(" \(right) ", at: Position(x: rect.maxX - 2 - rightWidth, y: y), style: rightStyle)
    }
    return end
  }

  /// Whether there is room for both texts in one border, the left one cut if need be.
  func hasRoom(left: String, right: String) -> Bool {
    let width = DisplayWidth.of(right) + 2
    return width + min(DisplayWidth.of(left), 12) + 3 <= rect.width - 4
  }

  /// Where the window lies in a longer list, on the right border.
  func scrollBar(top: Int, height: Int, count: Int, _ style: Style, on grid: inout Grid) {
    guard count > height, height > 0 else { return }
    let length = max(height * height / count, 1)
    let start = (height - length) * top / max(count - height, 1)
    grid.fill(
      Rect(x: rect.maxX - 1, y: rect.maxY - 1 - height + min(start, height - length), width: 1, height: length),
      with: "┃", style: style)
  }
}
