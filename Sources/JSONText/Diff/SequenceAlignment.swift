/// Which elements of two sequences are the same, in the same order on both sides: as many as can be, unless the
/// sequences are long and differ in many places.
///
/// Then it is done twice, and the longer alignment counts: as far as the search goes in one piece, and piece by piece
/// between the elements that each side has once. Takes time in proportion to the lengths, their logarithm aside.
package struct SequenceAlignment {
  package typealias Pair = (left: Int, right: Int)

  /// Positions of equal elements, ascending on both sides.
  package private(set) var pairs: [Pair] = []

  /// Hashes of the elements; equal ones are taken for equal elements.
  ///
  /// - Parameter allowance: how many steps may be made for a longest alignment before it is done with less.
  /// - Throws: when the task is cancelled.
  package init(_ left: [Int], _ right: [Int], allowance: Int = 1 << 24) throws(CancellationError) {
    var (start, end) = (0, 0)
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    while end < min(left.count, right.count) - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
      end += 1
    }
    pairs = (0..<start).map { ($0, $0) }
    let shared = SharedElements(left[start..<left.count - end], right[start..<right.count - end])
    pairs += try Self.pairs(shared, allowance).map { (shared.leftPlaces[$0.left], shared.rightPlaces[$0.right]) }
    pairs += (0..<end).map { (left.count - end + $0, right.count - end + $0) }
  }

  private static func pairs(_ shared: SharedElements, _ allowance: Int) throws(CancellationError) -> [Pair] {
    let whole = try edit(shared, between: [], allowance)
    guard !whole.isShortest else { return sorted(whole.pairs) }
    let anchors = shared.anchors()
    guard !anchors.isEmpty else { return sorted(whole.pairs) }
    let pieces = try edit(shared, between: anchors, allowance).pairs + anchors
    return sorted(pieces.count > whole.pairs.count ? pieces : whole.pairs)
  }

  private static func edit(
    _ shared: SharedElements, between anchors: [Pair], _ allowance: Int
  ) throws(CancellationError) -> ShortestEdit {
    var steps = CancellableSteps()
    var edit = ShortestEdit(shared.left, shared.right, allowance: allowance)
    var start = (left: 0, right: 0)
    for anchor in anchors + [(shared.left.count, shared.right.count)] {
      try edit.align(.init(left: start.left..<anchor.left, right: start.right..<anchor.right), &steps)
      start = (anchor.left + 1, anchor.right + 1)
    }
    return edit
  }

  private static func sorted(_ pairs: [Pair]) -> [Pair] {
    pairs.sorted { $0.left < $1.left }
  }
}
