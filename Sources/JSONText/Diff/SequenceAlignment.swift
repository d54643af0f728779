/// Which elements of two sequences are the same, in the same order on both sides.
///
/// In long ones the elements that occur once on each side are found first; what lies between them is aligned by Myers'
/// algorithm up to a number of edits, and by position from there. Takes time in proportion to the lengths, their logarithm
/// aside.
package struct SequenceAlignment {
  /// Positions of equal elements, ascending on both sides.
  package private(set) var pairs: [(left: Int, right: Int)] = []

  /// - Parameters: hashes of the elements; equal ones are taken for equal elements.
  /// - Throws: when the task is cancelled.
  package init(_ left: [Int], _ right: [Int]) throws(CancellationError) {
    var steps = CancellableSteps()
    var start = (left: 0, right: 0)
    let isShort = left.count + right.count <= ShortestEdit.limit
    for anchor in (isShort ? [] : Self.anchors(left, right)) + [(left.count, right.count)] {
      try align(left[start.left..<anchor.left], right[start.right..<anchor.right], &steps)
      if anchor.left < left.count { pairs.append(anchor) }
      start = (anchor.left + 1, anchor.right + 1)
    }
  }

  /// The longest run, in the order of both sides, of elements that each side has once.
  private static func anchors(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)] {
    let places = singlePlaces(left)
    let candidates = singlePlaces(right).compactMap { hash, position in places[hash].map { ($0, position) } }
      .sorted { $0.1 < $1.1 }
    return LongestIncreasingRun.positions(in: candidates.map(\.0)).map { candidates[$0] }
  }

  private static func singlePlaces(_ hashes: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    places.reserveCapacity(hashes.count)
    for (position, hash) in hashes.enumerated() { places[hash] = places[hash] == nil ? position : -1 }
    return places.filter { $0.value >= 0 }
  }

  private mutating func align(
    _ left: ArraySlice<Int>, _ right: ArraySlice<Int>, _ steps: inout CancellableSteps
  ) throws(CancellationError) {
    var (left, right) = (left, right)
    while let first = left.first, first == right.first {
      pairs.append((left.startIndex, right.startIndex))
      left.removeFirst()
      right.removeFirst()
    }
    var tail: [(left: Int, right: Int)] = []
    while let last = left.last, last == right.last {
      tail.append((left.endIndex - 1, right.endIndex - 1))
      left.removeLast()
      right.removeLast()
    }
    if !left.isEmpty, !right.isEmpty { pairs += try ShortestEdit.pairs(left, right, &steps) }
    pairs += tail.reversed()
  }
}
