/// Parts of two sequences that belong together.
struct EditBox {
  var left: Range<Int>
  var right: Range<Int>
  /// Whether so few edits are known to lie inside that no search will cost too much.
  var isShort = false
}

/// Looks for the middle of a shortest way from one corner of a box to the other, from both corners at once, an edit more
/// in each round.
struct EditSearch {
  private let left: [UInt32]
  private let right: [UInt32]
  private var front: EditFrontier
  private var back: EditFrontier

  /// A point on the way.
  struct Middle {
    let left: Int
    let right: Int
    /// Whether the way from the first corner to it is a shortest one; false where the search ended early.
    var isShortBefore = true
    /// Whether the way from it to the last corner is.
    var isShortBehind = true
  }

  init(_ left: [UInt32], _ right: [UInt32]) {
    self.left = left
    self.right = right
    front = EditFrontier(left.count, right.count)
    back = front
  }

  /// - Parameters:
  ///   - box: where both sides have elements, and neither the first nor the last ones are equal.
  ///   - limit: what the search may cost beyond the way it has come.
  /// - Returns: the middle, and the cost: one for each diagonal entered and each element passed.
  mutating func run(
    in box: EditBox, limit: Int, _ steps: inout CancellableSteps
  ) throws(CancellationError) -> (Middle, cost: Int) {
    front.start(box.left.lowerBound, box.right.lowerBound, in: box)
    back.start(box.left.upperBound, box.right.upperBound, in: box)
    let isOdd = (box.left.count - box.right.count) & 1 == 1
    var (cost, nextCheck) = (0, limit)
    while true {
      for _ in 0...front.count / 64 { try steps.next() }
      if let (left, right) = front.advance(left, right, in: box, meeting: isOdd ? back : nil, cost: &cost)
        ?? back.retreat(left, right, in: box, meeting: isOdd ? nil : front, cost: &cost)
      {
        return (Middle(left: left, right: right), cost)
      }
      guard cost > nextCheck else { continue }
      let (middle, way) = furthest(in: box)
      if cost - way > limit { return (middle, cost) }
      nextCheck = limit + way
    }
  }

  /// The point furthest from its corner, and how far both sides have come.
  private func furthest(in box: EditBox) -> (Middle, way: Int) {
    var ahead = (left: box.left.lowerBound, right: box.right.lowerBound)
    for point in front.points(in: box) where point.left + point.right > ahead.left + ahead.right { ahead = point }
    var behind = (left: box.left.upperBound, right: box.right.upperBound)
    for point in back.points(in: box) where point.left + point.right < behind.left + behind.right { behind = point }
    let advanced = ahead.left + ahead.right - box.left.lowerBound - box.right.lowerBound
    let retreated = box.left.upperBound + box.right.upperBound - behind.left - behind.right
    let middle =
      advanced > retreated
      ? Middle(left: ahead.left, right: ahead.right, isShortBehind: false)
      : Middle(left: behind.left, right: behind.right, isShortBefore: false)
    return (middle, advanced + retreated)
  }
}
