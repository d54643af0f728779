import JSONText

/// A line of a comparison: a row, one side of a row, or a stretch of equal rows folded away.
struct FoldedRow: Sendable, Hashable {
  enum Side: UInt8, Sendable {
    case both, left, right
  }

  private let start: UInt32
  private let foldedCount: UInt32
  let side: Side

  /// Fewer equal rows than this are shown: to fold them would save nothing.
  static let leastFolded = 3

  init(_ row: Int, _ side: Side = .both) {
    start = UInt32(row)
    foldedCount = 0
    self.side = side
  }

  init(folding rows: Range<Int>) {
    start = UInt32(rows.lowerBound)
    foldedCount = UInt32(rows.count)
    side = .both
  }

  /// The row, or the first of the stretch.
  var row: Int { Int(start) }

  /// The rows that are folded away; nil if it is a row itself.
  var folded: Range<Int>? { foldedCount == 0 ? nil : row..<row + Int(foldedCount) }

  /// All rows with every stretch of equal ones folded. What differs takes a line for each side unless they stand beside
  /// each other.
  ///
  /// - Throws: when the task is cancelled.
  static func rows(
    _ count: Int, isWide: Bool, _ outline: (Int) -> DifferenceRow.Outline
  ) throws(CancellationError) -> [FoldedRow] {
    var rows: [FoldedRow] = []
    var steps = CancellableSteps()
    var stretch = 0..<0
    var noun: DifferenceRow.Noun?
    func endStretch() {
      rows += stretch.count < leastFolded ? stretch.map { FoldedRow($0) } : [FoldedRow(folding: stretch)]
      stretch = stretch.upperBound..<stretch.upperBound
    }
    for row in 0..<count {
      try steps.next()
      let outline = outline(row)
      if outline.noun != noun { endStretch() }
      noun = outline.noun
      if noun != nil {
        stretch = (stretch.isEmpty ? row : stretch.lowerBound)..<row + 1
      } else if isWide || outline.change != .changed {
        rows.append(FoldedRow(row))
      } else {
        rows += [FoldedRow(row, .left), FoldedRow(row, .right)]
      }
    }
    endStretch()
    return rows
  }
}
