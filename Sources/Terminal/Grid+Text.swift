extension Grid {
  /// What happens to text that is too long.
  public enum Overflow: Hashable, Sendable {
    case clip
    /// The last column becomes `…`.
    case ellipsis
  }

  /// Writes text on one row, hidden characters spelled out, cut between clusters at `maxWidth` or the edge.
  ///
  /// - Returns: the columns used.
  @discardableResult
  public mutating func put(
    _ text: String, at position: Position, style: Style, maxWidth: Int = .max, overflow: Overflow = .clip
  ) -> Int {
    guard position.y >= 0, position.y < size.height, position.x >= 0, position.x < size.width else { return 0 }
    let limit = min(maxWidth, size.width - position.x)
    guard limit > 0 else { return 0 }
    let start = position.y * size.width + position.x
    breakWideCell(at: start)
    let used =
      putPlain(text, at: start, limit: limit, style: style, overflow: overflow)
      ?? putClusters(text, at: start, limit: limit, style: style, overflow: overflow)
    breakWideCell(at: start + used)
    return used
  }

  /// The fast way for what is nearly all text; nil when it has to go the long way.
  private mutating func putPlain(
    _ text: String, at start: Int, limit: Int, style: Style, overflow: Overflow
  ) -> Int? {
    PlainScalars.of(text) { scalars -> Int? in
      var ahead = scalars
      var count = 0
      // One further than drawn: a mark there would belong to the last cell.
      while count <= limit, ahead.next() != nil { count += 1 }
      guard !ahead.hasMetOther else { return nil }
      var scalars = scalars
      let width = min(count, limit)
      cells.withUnsafeMutableBufferPointer { cells in
        for index in start..<start + width {
          guard let scalar = scalars.next() else { break }
          cells[index] = Cell(Glyph(scalar), style: style)
        }
        if overflow == .ellipsis, count > limit { cells[start + width - 1] = Cell(.ellipsis, style: style) }
      }
      return width
    } ?? nil
  }

  private mutating func putClusters(
    _ text: String, at start: Int, limit: Int, style: Style, overflow: Overflow
  ) -> Int {
    var used = 0
    /// How far the text reached while there was still room for an ellipsis.
    var roomForEllipsis = 0
    for cluster in ClusterSequence(text) {
      guard used + cluster.width <= limit else {
        guard overflow == .ellipsis else { break }
        breakWideCell(at: start + used)
        for index in roomForEllipsis..<used { cells[start + index] = .blank(style) }
        cells[start + roomForEllipsis] = Cell(.ellipsis, style: style)
        used = roomForEllipsis + 1
        break
      }
      cells[start + used] = Cell(cluster.glyph, width: cluster.glyphWidth, style: style)
      used += 1
      if cluster.glyphWidth == 2 {
        cells[start + used] = .continuation(style)
        used += 1
      }
      if let tail = cluster.tail {
        cells[start + used] = Cell(tail, style: style)
        used += 1
      }
      if used < limit { roomForEllipsis = used }
    }
    return used
  }
}
