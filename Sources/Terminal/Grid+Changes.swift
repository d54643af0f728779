import Glibc

extension Grid {
  /// A stretch of one row.
  public struct Span: Hashable, Sendable {
    public let y: Int
    public let columns: Range<Int>
  }

  /// One row's cells from left to right.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// What to draw so that a screen showing `previous` shows this: for each row at most one stretch, from its first
  /// to its last difference, with wide cells whole. Everything when there was nothing or another size before.
  public func changes(since previous: Grid?) -> [Span] {
    guard size.width > 0 else { return [] }
    guard let previous, previous.size == size else {
      return (0..<size.height).map { Span(y: $0, columns: 0..<size.width) }
    }
    return cells.withUnsafeBufferPointer { cells in
      previous.cells.withUnsafeBufferPointer { previous in
        (0..<size.height).compactMap { Self.change(in: $0, width: size.width, cells, previous) }
      }
    }
  }

  private static func change(
    in y: Int, width: Int, _ cells: UnsafeBufferPointer<Cell>, _ previous: UnsafeBufferPointer<Cell>
  ) -> Span? {
    let start = y * width
    let end = start + width
    // Most rows have stayed as they were, and their bits tell that fastest.
    guard let shown = cells.baseAddress, let before = previous.baseAddress,
      memcmp(shown + start, before + start, width * MemoryLayout<Cell>.stride) != 0
    else { return nil }
    var first = start
    while first < end, cells[first] == previous[first] { first += 1 }
    guard first < end else { return nil }
    var last = end - 1
    while cells[last] == previous[last] { last -= 1 }
    if cells[first].isContinuation, first > start { first -= 1 }
    if cells[last].width == 2, last + 1 < end { last += 1 }
    return Span(y: y, columns: first - start..<last + 1 - start)
  }
}
