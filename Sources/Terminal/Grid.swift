/// A screenful of cells, the whole of what a frame shows.
///
/// Wide cells are always whole: whatever is drawn over one half blanks the other. Drawing outside is ignored.
public struct Grid: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's cursor is shown, for a text field; hidden when nil or outside.
  public var cursor: Position?
  /// Row by row.
  var cells: [Cell]

  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a position inside `bounds`.
  public subscript(x: Int, y: Int) -> Cell {
    cells[y * size.width + x]
  }

  /// Fills a rectangle with one character of width 1 (a space stands in for any other).
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    var clusters = ClusterSequence(String(character))
    var cell = Cell.blank(style)
    if let cluster = clusters.next(), cluster.width == 1, clusters.next() == nil { cell.glyph = cluster.glyph }
    for y in area.y..<area.maxY {
      breakWideCell(at: y * size.width + area.x)
      breakWideCell(at: y * size.width + area.maxX)
    }
    cells.withUnsafeMutableBufferPointer { [width = size.width] cells in
      for y in area.y..<area.maxY {
        for index in y * width + area.x..<y * width + area.maxX { cells[index] = cell }
      }
    }
  }

  /// Changes the style of what is already drawn, for a selection bar or a dimmed background.
  ///
  /// - Parameter change: makes the same of the same style; neighbours that share one are asked about once.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    var before = self[area.x, area.y].style
    var after = before
    change(&after)
    cells.withUnsafeMutableBufferPointer { [width = size.width] cells in
      for y in area.y..<area.maxY {
        for index in y * width + area.x..<y * width + area.maxX {
          if cells[index].style != before {
            before = cells[index].style
            after = before
            change(&after)
          }
          cells[index].style = after
        }
      }
    }
  }

  /// Blanks the halves of a wide cell that is cut in two between `index - 1` and `index`.
  mutating func breakWideCell(at index: Int) {
    guard index % size.width != 0, cells[index].isContinuation else { return }
    cells[index] = .blank(cells[index].style)
    if cells[index - 1].width == 2 { cells[index - 1] = .blank(cells[index - 1].style) }
  }
}
