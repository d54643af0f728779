/// Myers' algorithm in linear space (An O(ND) Difference Algorithm and Its Variations, 1986): a search from both ends
/// until they meet, then the same in each of the halves.
///
/// A search that has cost too much ends where it has come furthest. What is left of an allowance for all of them is
/// spent on the first ones, so that sequences with some thousand edits are aligned as well as can be; then each may cost
/// so much that all together take time in proportion to the lengths.
struct ShortestEdit {
  /// What a search may cost for each step on its way, however long the sequences are.
  private static let leastRate = 32

  /// Positions of equal elements.
  private(set) var pairs: [(left: Int, right: Int)] = []
  /// Whether no search ended early, so that there is no longer alignment.
  private(set) var isShortest = true
  private var allowance: Int
  private let leastCost: Int
  private let left: [UInt32]
  private let right: [UInt32]
  private var search: EditSearch

  init(_ left: [UInt32], _ right: [UInt32], allowance: Int) {
    self.left = left
    self.right = right
    self.allowance = allowance
    search = EditSearch(left, right)
    let rate = max(Self.leastRate, allowance / max(left.count + right.count, 1))
    leastCost = min(rate * rate, allowance)
  }

  /// Aligns parts of two sequences; the pairs follow those that were there, in no order.
  mutating func align(_ box: EditBox, _ steps: inout CancellableSteps) throws(CancellationError) {
    var open = [box]
    while var box = open.popLast() {
      addEnds(&box)
      guard !box.left.isEmpty, !box.right.isEmpty else { continue }
      let limit = box.isShort ? Int.max : max(allowance, leastCost)
      let (middle, cost) = try search.run(in: box, limit: limit, &steps)
      if !box.isShort { allowance -= min(cost, allowance) }
      if !middle.isShortBefore || !middle.isShortBehind { isShortest = false }
      let (lefts, rights) = (box.left, box.right)
      open.append(
        EditBox(
          left: lefts.lowerBound..<middle.left, right: rights.lowerBound..<middle.right, isShort: middle.isShortBefore))
      open.append(
        EditBox(
          left: middle.left..<lefts.upperBound, right: middle.right..<rights.upperBound, isShort: middle.isShortBehind))
    }
  }

  /// Takes what is equal at both ends of a box out of it.
  private mutating func addEnds(_ box: inout EditBox) {
    var (start, end) = ((box.left.lowerBound, box.right.lowerBound), (box.left.upperBound, box.right.upperBound))
    while start.0 < end.0, start.1 < end.1, left[start.0] == right[start.1] {
      pairs.append((start.0, start.1))
      start = (start.0 + 1, start.1 + 1)
    }
    while start.0 < end.0, start.1 < end.1, left[end.0 - 1] == right[end.1 - 1] {
      end = (end.0 - 1, end.1 - 1)
      pairs.append((end.0, end.1))
    }
    box.left = start.0..<end.0
    box.right = start.1..<end.1
  }
}
