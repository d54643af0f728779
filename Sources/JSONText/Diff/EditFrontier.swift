/// How far a search has come from one corner of a box: on every second diagonal between two the furthest point.
///
/// A point is how many elements of the left and of the right are behind it, a diagonal the difference of the two.
struct EditFrontier {
  /// For each diagonal, how many elements of the left are behind its furthest point.
  private var reached: [Int32]
  /// Where the diagonal 0 is kept.
  private let zero: Int
  private var lowest = 0
  private var highest = 0
  private var bounds = 0...0

  /// - Parameters: the lengths of both sequences.
  init(_ left: Int, _ right: Int) {
    // One more diagonal at each end is looked at, never entered.
    reached = [Int32](repeating: 0, count: left + right + 3)
    zero = right + 1
  }

  /// How many diagonals it has.
  var count: Int { (highest - lowest) / 2 + 1 }

  /// Begins anew, where `left` and `right` elements are behind.
  mutating func start(_ left: Int, _ right: Int, in box: EditBox) {
    (lowest, highest) = (left - right, left - right)
    bounds = box.left.lowerBound - box.right.upperBound...box.left.upperBound - box.right.lowerBound
    reached[zero + lowest] = Int32(left)
  }

  /// Goes one edit further from the first corner.
  /// - Parameter other: the search it may meet now.
  /// - Returns: where they meet.
  mutating func advance(
    _ left: [UInt32], _ right: [UInt32], in box: EditBox, meeting other: EditFrontier?, cost: inout Int
  ) -> (left: Int, right: Int)? {
    widen(-1)
    let (left, right) = (left.span, right.span)
    var (diagonal, last) = (lowest, highest)
    let zero = zero
    var points = reached.mutableSpan
    while diagonal <= last {
      let start = max(Int(points[zero + diagonal - 1]) + 1, Int(points[zero + diagonal + 1]))
      let end = min(box.left.upperBound, box.right.upperBound + diagonal)
      var place = start
      while place < end, left[place] == right[place - diagonal] { place += 1 }
      points[zero + diagonal] = Int32(truncatingIfNeeded: place)
      cost += place - start + 1
      if let met = other?.place(on: diagonal), met <= place { return (place, place - diagonal) }
      diagonal += 2
    }
    return nil
  }

  /// The same from the last corner.
  mutating func retreat(
    _ left: [UInt32], _ right: [UInt32], in box: EditBox, meeting other: EditFrontier?, cost: inout Int
  ) -> (left: Int, right: Int)? {
    widen(.max)
    let (left, right) = (left.span, right.span)
    var (diagonal, last) = (lowest, highest)
    let zero = zero
    var points = reached.mutableSpan
    while diagonal <= last {
      let start = min(Int(points[zero + diagonal - 1]), Int(points[zero + diagonal + 1]) - 1)
      let end = max(box.left.lowerBound, box.right.lowerBound + diagonal)
      var place = start
      while place > end, left[place - 1] == right[place - 1 - diagonal] { place -= 1 }
      points[zero + diagonal] = Int32(truncatingIfNeeded: place)
      cost += start - place + 1
      if let met = other?.place(on: diagonal), met >= place { return (place, place - diagonal) }
      diagonal += 2
    }
    return nil
  }

  /// The points inside the box.
  func points(in box: EditBox) -> some Sequence<(left: Int, right: Int)> {
    stride(from: lowest, through: highest, by: 2).lazy.map { diagonal in
      let nearest = max(box.left.lowerBound, box.right.lowerBound + diagonal)
      let furthest = min(box.left.upperBound, box.right.upperBound + diagonal)
      let place = min(max(Int(reached[zero + diagonal]), nearest), furthest)
      return (place, place - diagonal)
    }
  }

  private func place(on diagonal: Int) -> Int? {
    lowest <= diagonal && diagonal <= highest ? Int(reached[zero + diagonal]) : nil
  }

  /// Takes the neighbouring diagonals in, but none outside the box.
  /// - Parameter mark: what stands for a diagonal that is not reached.
  private mutating func widen(_ mark: Int32) {
    if lowest > bounds.lowerBound {
      lowest -= 1
      reached[zero + lowest - 1] = mark
    } else {
      lowest += 1
    }
    if highest < bounds.upperBound {
      highest += 1
      reached[zero + highest + 1] = mark
    } else {
      highest -= 1
    }
  }
}
