import JSONText

extension BodyPage {
  enum Direction { case forward, backward, forwardFromHere }

  /// Opens what hides the next hit.
  ///
  /// - Returns: its row, that of the first one after the last; nil without hits.
  mutating func rowOfHit(_ direction: Direction, from row: Int) -> Int? {
    switch search?.hits {
    case .values(let hits):
      guard let value = jsonLine(min(row, (tree?.count ?? 1) - 1))?.value else { return nil }
      let hit =
        direction == .backward
        ? hits.previous(before: value) : hits.next(after: value, inclusive: direction == .forwardFromHere)
      return hit.flatMap { hit in changeTree { $0.reveal(hit) } }
    case .offsets(let offsets):
      guard let first = offsets.first, let last = offsets.last else { return nil }
      let position = offsets.firstPosition { self.row(atByte: $0) >= (direction == .forward ? row + 1 : row) }
      if direction == .backward { return self.row(atByte: position > 0 ? offsets[position - 1] : last) }
      return self.row(atByte: position < offsets.count ? offsets[position] : first)
    case nil: return nil
    }
  }

  /// The bytes of a row of numbers that belong to what was looked for.
  func hits(inRow row: Int) -> [Range<Int>] {
    guard case .offsets(let offsets)? = search?.hits, let length = search?.text.utf8.count else { return [] }
    let start = byte(ofRow: row)
    let end = byte(ofRow: row + 1)
    let first = offsets.firstPosition { $0 + length > start }
    return offsets[first...].prefix { $0 < end }.map { $0..<$0 + length }
  }

  /// Which hit a row shows, counted from 1; nil if it shows none.
  func numberOfHit(atRow row: Int) -> Int? {
    switch search?.hits {
    case .values(let hits):
      guard let line = jsonLine(row), line.part != .closing, hits.contains(line.value) else { return nil }
      return hits.rank(of: line.value) + 1
    case .offsets(let offsets):
      let position = offsets.firstPosition { self.row(atByte: $0) >= row }
      return position < offsets.count && self.row(atByte: offsets[position]) == row ? position + 1 : nil
    case nil: return nil
    }
  }
}

extension [Int] {
  /// The position of the first element for which this holds, as it does for all that follow; the count if for none.
  fileprivate func firstPosition(where isReached: (Int) -> Bool) -> Int {
    var range = indices
    while let middle = range.dropFirst(range.count / 2).first {
      range = isReached(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
