/// A comparison's rows as they are shown: stretches of equal rows folded, with a cursor and a window.
///
/// On a narrow screen what differs takes two lines, the left's and the right's, and on a wide one they stand side by side.
public struct DifferenceList: Sendable, Equatable {
  public private(set) var cursor = 0
  public private(set) var top = 0
  /// Columns scrolled away on the left.
  public private(set) var left = 0
  /// Whether the sides stand beside each other.
  public private(set) var isWide = true
  private(set) var content = Content.lines([])
  private var shown: [FoldedRow] = []
  private var height = 1

  enum Content: Sendable, Equatable {
    case lines([DifferenceRow])
    case difference(ExchangeDifference)
  }

  /// A line of the list, made when it is asked for.
  public enum Item: Sendable, Hashable {
    case row(DifferenceRow)
    /// Equal rows folded away: `12 equal members`.
    case fold(String)
  }

  public var count: Int { shown.count }

  public subscript(position: Int) -> Item {
    let line = shown[position]
    if let rows = line.folded {
      return .fold("\(rows.count) equal \(content.outline(line.row).noun?.rawValue ?? "row")s")
    }
    return .row(content[line.row].side(line.side))
  }

  mutating func show(_ content: Content) {
    self.content = content
    shown = content.folded(isWide: isWide)
    (cursor, top, left) = (0, 0, 0)
  }

  mutating func setSize(isWide: Bool, height: Int) {
    self.height = height
    if isWide != self.isWide {
      let row = shown.isEmpty ? 0 : shown[cursor].row
      self.isWide = isWide
      shown = content.folded(isWide: isWide)
      cursor = position(of: row)
    }
    keepCursorVisible()
  }

  /// Unfolds the stretch under the cursor, or folds the one around it.
  ///
  /// - Returns: false if there is none.
  mutating func toggleFold() -> Bool {
    guard !shown.isEmpty else { return false }
    let number = number
    if let rows = shown[cursor].folded {
      shown.replaceSubrange(cursor...cursor, with: rows.map { FoldedRow($0, number: number) })
    } else {
      let stretch = content.stretch(around: shown[cursor].row)
      guard stretch.count >= FoldedRow.leastFolded else { return false }
      let start = position(of: stretch.lowerBound)
      shown.replaceSubrange(start..<start + stretch.count, with: [FoldedRow(folding: stretch, number: number)])
      move(to: start)
    }
    keepCursorVisible()
    return true
  }

  /// Where a row, or the stretch it is folded in, is shown.
  private func position(of row: Int) -> Int {
    min(firstPosition { ($0.folded?.upperBound ?? $0.row + 1) > row }, max(shown.count - 1, 0))
  }

  /// The first line that fits, where all after it do as well; the count if there is none.
  private func firstPosition(where fits: (FoldedRow) -> Bool) -> Int {
    var (low, high) = (0, shown.count)
    while low < high {
      let middle = (low + high) / 2
      if fits(shown[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

// MARK: - Moving

extension DifferenceList {
  mutating func move(to position: Int) {
    cursor = min(max(position, 0), max(count - 1, 0))
    keepCursorVisible()
  }

  mutating func scroll(by distance: Int) {
    top = min(max(top + distance, 0), max(count - height, 0))
    cursor = min(max(cursor, top), max(min(top + height, count) - 1, 0))
  }

  mutating func scrollSideways(by distance: Int) { left = min(max(left + distance, 0), 4000) }

  mutating func scrollToStart() { left = 0 }

  private mutating func keepCursorVisible() {
    top = min(max(top, cursor - height + 1), cursor)
    top = max(min(top, count - height), 0)
  }
}

// MARK: - Differences

extension DifferenceList {
  /// Which of the differences the cursor is on, or passed last; 0 before the first.
  public var number: Int { shown.isEmpty ? 0 : shown[cursor].number }

  /// Goes to where the next difference begins, or the one before.
  ///
  /// - Returns: false if there is none on that side.
  mutating func moveToDifference(isForward: Bool) -> Bool {
    guard !shown.isEmpty else { return false }
    let isOnDifference = content.outline(shown[cursor].row).number > 0
    let wanted = isForward ? number + 1 : isOnDifference ? number - 1 : number
    let start = firstPosition { $0.number >= wanted }
    guard wanted > 0, start < count else { return false }
    move(to: start)
    return true
  }

  /// The row under the cursor; nil on a fold.
  var row: Int? {
    guard !shown.isEmpty, shown[cursor].folded == nil else { return nil }
    return shown[cursor].row
  }
}

extension DifferenceList.Content {
  subscript(row: Int) -> DifferenceRow {
    switch self {
    case .lines(let rows): rows[row]
    case .difference(let difference): difference[row]
    }
  }

  func outline(_ row: Int) -> DifferenceRow.Outline {
    switch self {
    case .lines: .init(change: .same, number: 0, noun: nil)
    case .difference(let difference): difference.outline(row)
    }
  }

  func folded(isWide: Bool) -> [FoldedRow] {
    switch self {
    case .lines(let rows): rows.indices.map { FoldedRow($0, number: 0) }
    case .difference(let difference): isWide ? difference.folded.wide : difference.folded.narrow
    }
  }

  /// The equal rows of one kind beside each other that this row is among; none for a row that is never folded.
  func stretch(around row: Int) -> Range<Int> {
    guard case .difference(let difference) = self, let noun = outline(row).noun else { return row..<row }
    var (start, end) = (row, row + 1)
    while start > 0, outline(start - 1).noun == noun { start -= 1 }
    while end < difference.count, outline(end).noun == noun { end += 1 }
    return start..<end
  }
}
