import Terminal

/// A frame found on a screen by its corners.
struct Box: Hashable {
  let rect: Rect

  /// Whether a screen has this frame's corners and sides, whatever its borders say.
  func isWhole(on grid: Grid) -> Bool {
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    let corners = [("┌", rect.x, rect.y), ("┐", right, rect.y), ("└", rect.x, bottom), ("┘", right, bottom)]
    return corners.allSatisfy { grid[$0.1, $0.2].text == $0.0 }
      && (rect.y + 1..<bottom).allSatisfy { row in
        [rect.x, right].allSatisfy { ["│", "┃"].contains(grid[$0, row].text) }
      }
  }

  /// Every frame whose upper left corner is on the screen; nil where one doesn't close.
  static func all(on grid: Grid) -> [Box?] {
    var boxes: [Box?] = []
    for y in 0..<grid.size.height {
      for x in 0..<grid.size.width where grid[x, y].text == "┌" { boxes.append(Box(at: x, y, on: grid)) }
    }
    return boxes
  }

  private init?(at x: Int, _ y: Int, on grid: Grid) {
    guard let right = (x + 1..<grid.size.width).first(where: { grid[$0, y].text == "┐" }),
      let bottom = (y + 1..<grid.size.height).first(where: { grid[x, $0].text == "└" })
    else { return nil }
    rect = Rect(x: x, y: y, width: right - x + 1, height: bottom - y + 1)
    let sides = (y + 1..<bottom).allSatisfy { row in
      [x, right].allSatisfy { ["│", "┃"].contains(grid[$0, row].text) }
    }
    guard sides, grid[right, bottom].text == "┘" else { return nil }
  }
}
