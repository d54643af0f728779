extension Line {
  /// In lines of at most so many characters; what follows the first is indented further.
  func broken(at width: Int) -> [Line] {
    let room = max(width - indent, 8)
    guard pieces.reduce(0, { $0 + $1.text.count }) > room else { return [self] }
    var rows: [[Piece]] = [[]]
    var left = room
    for piece in pieces {
      var rest = Substring(piece.text)
      while !rest.isEmpty {
        if left == 0 {
          rows.append([])
          left = max(room - 2, 6)
        }
        let part = rest.prefix(left)
        rows[rows.count - 1].append(Piece(String(part), piece.role))
        rest = rest.dropFirst(part.count)
        left -= part.count
      }
    }
    return rows.enumerated().map { number, pieces in
      number == 0
        ? Line(pieces, indent: indent, fold: fold) : Line(pieces, indent: indent + 2, fold: fold.map { _ in .none })
    }
  }
}
