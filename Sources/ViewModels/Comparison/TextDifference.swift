import JSONText

/// What differs between two texts, line by line.
struct TextDifference: Sendable {
  private let left: TextLines
  private let right: TextLines
  private var rows: [Row] = []
  private(set) var differenceCount = 0

  private struct Row: Sendable {
    let left: Int?
    let right: Int?
    let number: Int
  }

  /// - Throws: when the task is cancelled.
  init(_ left: [UInt8], _ right: [UInt8]) throws(CancellationError) {
    self.left = TextLines(left)
    self.right = TextLines(right)
    let alignment = try SequenceAlignment(Self.hashes(self.left), Self.hashes(self.right))
    var next = (left: 0, right: 0)
    for pair in alignment.pairs + [(self.left.count, self.right.count)] {
      addGap(next.left..<pair.left, next.right..<pair.right)
      if pair.left < self.left.count { rows.append(Row(left: pair.left, right: pair.right, number: 0)) }
      next = (pair.left + 1, pair.right + 1)
    }
  }

  /// Lines that have no equal: side by side as long as there are such on both sides.
  private mutating func addGap(_ left: Range<Int>, _ right: Range<Int>) {
    for offset in 0..<max(left.count, right.count) {
      differenceCount += 1
      rows.append(
        Row(
          left: offset < left.count ? left.lowerBound + offset : nil,
          right: offset < right.count ? right.lowerBound + offset : nil, number: differenceCount))
    }
  }

  var count: Int { rows.count }

  func outline(_ position: Int) -> DifferenceRow.Outline {
    let row = rows[position]
    return .init(change: change(row), number: row.number, noun: row.number == 0 ? .line : nil)
  }

  subscript(position: Int) -> DifferenceRow {
    let row = rows[position]
    let leftBytes = row.left.map { left.bytes[left.range($0)] }
    let rightBytes = row.right.map { right.bytes[right.range($0)] }
    let excerpt = row.number == 0 ? Excerpt(nil, nil) : Excerpt(leftBytes, rightBytes)
    return DifferenceRow(
      change(row), left: leftBytes.map { Line(excerpt.text($0)) }, right: rightBytes.map { Line(excerpt.text($0)) })
  }

  private func change(_ row: Row) -> DifferenceRow.Change {
    guard row.number > 0 else { return .same }
    return row.left == nil ? .added : row.right == nil ? .removed : .changed
  }

  private static func hashes(_ lines: TextLines) -> [Int] {
    (0..<lines.count).map { line in
      var hasher = Hasher()
      lines.bytes[lines.range(line)].withUnsafeBytes { hasher.combine(bytes: $0) }
      return hasher.finalize()
    }
  }
}
