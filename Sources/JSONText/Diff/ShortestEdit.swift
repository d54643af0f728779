/// Myers' greedy algorithm (An O(ND) Difference Algorithm and Its Variations, 1986) with a bound.
enum ShortestEdit {
  /// So many edits are looked for; where there are more, the rest is aligned by position.
  static let limit = 200

  /// Positions of equal elements, ascending on both sides.
  static func pairs(
    _ left: ArraySlice<Int>, _ right: ArraySlice<Int>, _ steps: inout CancellableSteps
  ) throws(CancellationError) -> [(left: Int, right: Int)] {
    var search = Search(left: left, right: right)
    var edits = 0
    while !search.isComplete, edits < min(limit, left.count + right.count) {
      edits += 1
      try search.extend(edits: edits, &steps)
    }
    return search.pairs
  }

  /// The furthest points reached on each diagonal, for each number of edits. A point is how many elements of the left and
  /// the right are behind it; a diagonal is their difference.
  private struct Search {
    let left: ArraySlice<Int>
    let right: ArraySlice<Int>
    /// By number of edits, then by diagonal from the lowest: how many elements of the left are behind.
    private var reached: [[Int]] = []
    private var best: (edits: Int, diagonal: Int) = (0, 0)

    init(left: ArraySlice<Int>, right: ArraySlice<Int>) {
      self.left = left
      self.right = right
      reached.append([snake(from: 0, on: 0)])
    }

    var isComplete: Bool { furthest.left == left.count && furthest.right == right.count }

    private var furthest: (left: Int, right: Int) { point(best.edits, best.diagonal) }

    private func point(_ edits: Int, _ diagonal: Int) -> (left: Int, right: Int) {
      let behind = reached[edits][diagonal + edits]
      return (behind, behind - diagonal)
    }

    mutating func extend(edits: Int, _ steps: inout CancellableSteps) throws(CancellationError) {
      reached.append([Int](repeating: -1, count: 2 * edits + 1))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        guard let start = start(edits, diagonal)?.behind else { continue }
        let end = snake(from: start, on: diagonal)
        reached[edits][diagonal + edits] = end
        if 2 * end - diagonal > furthest.left + furthest.right { best = (edits, diagonal) }
        for _ in 0...(end - start) / 64 { try steps.next() }
      }
    }

    /// Where a diagonal is entered: from the one below by leaving out an element of the left, or from the one above by
    /// taking in one of the right. Nil if that leads outside.
    private func start(_ edits: Int, _ diagonal: Int) -> (behind: Int, from: Int)? {
      let before = reached[edits - 1]
      func behind(_ other: Int) -> Int? {
        guard abs(other) < edits else { return nil }
        return before[other + edits - 1] < 0 ? nil : before[other + edits - 1]
      }
      let removing = behind(diagonal - 1).flatMap { $0 < left.count ? $0 + 1 : nil }
      let adding = behind(diagonal + 1).flatMap { $0 - diagonal <= right.count ? $0 : nil }
      guard let removing else { return adding.map { ($0, diagonal + 1) } }
      guard let adding, adding >= removing else { return (removing, diagonal - 1) }
      return (adding, diagonal + 1)
    }

    private func snake(from behind: Int, on diagonal: Int) -> Int {
      var behind = behind
      while behind < left.count, behind - diagonal < right.count,
        left[left.startIndex + behind] == right[right.startIndex + behind - diagonal]
      {
        behind += 1
      }
      return behind
    }

    /// The equal elements on the way to the furthest point, then those that follow side by side.
    var pairs: [(left: Int, right: Int)] {
      var (edits, diagonal) = best
      var way: [(left: Int, right: Int)] = []
      while edits >= 0 {
        let end = point(edits, diagonal).left
        let entry = edits == 0 ? (behind: 0, from: 0) : start(edits, diagonal) ?? (end, diagonal)
        for behind in (entry.behind..<end).reversed() { way.append(elements(behind, behind - diagonal)) }
        (edits, diagonal) = (edits - 1, entry.from)
      }
      way.reverse()
      for (behindLeft, behindRight) in zip(furthest.left..<left.count, furthest.right..<right.count) {
        let pair = elements(behindLeft, behindRight)
        if left[pair.left] == right[pair.right] { way.append(pair) }
      }
      return way
    }

    private func elements(_ behindLeft: Int, _ behindRight: Int) -> (left: Int, right: Int) {
      (left.startIndex + behindLeft, right.startIndex + behindRight)
    }
  }
}
