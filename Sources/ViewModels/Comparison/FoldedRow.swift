import JSONText

/// A line of a comparison: a row, one side of a row, or a stretch of equal rows folded away.
struct FoldedRow: Sendable, Hashable {
  enum Side: UInt8, Sendable {
    case both, left, right
  }

  private let start: UInt32
  private let foldedCount: UInt32
  private let passed: UInt32
  let side: Side

  /// Fewer equal rows than this are shown: to fold them would save nothing.
  static let leastFolded = 3

  /// - Parameter number: that of the difference it belongs to or, where it belongs to none, of the last one before it.
  init(_ row: Int, _ side: Side = .both, number: Int) {
    start = UInt32(row)
    foldedCount = 0
    passed = UInt32(number)
    self.side = side
  }

  init(folding rows: Range<Int>, number: Int) {
    start = UInt32(rows.lowerBound)
    foldedCount = UInt32(rows.count)
    passed = UInt32(number)
    side = .both
  }

  /// Which of the differences it belongs to, or which is the last one before it; rises from row to row.
  var number: Int { Int(passed) }

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
    var number = 0
    func endStretch() {
      rows +=
        stretch.count < leastFolded
        ? stretch.map { FoldedRow($0, number: number) } : [FoldedRow(folding: stretch, number: number)]
      stretch = stretch.upperBound..<stretch.upperBound
    }
    for row in 0..<count {
      try steps.next()
      let outline = outline(row)
      if outline.noun != noun { endStretch() }
      noun = outline.noun
      number = max(number, outline.number)
      if noun != nil {
        stretch = (stretch.isEmpty ? row : stretch.lowerBound)..<row + 1
      } else if isWide || outline.change != .changed {
        rows.append(FoldedRow(row, number: number))
      } else {
        rows += [FoldedRow(row, .left, number: number), FoldedRow(row, .right, number: number)]
      }
    }
    endStretch()
    return rows
  }
}
