/// Two sequences without the elements that only one of them has, equal ones as equal numbers from 0.
struct SharedElements {
  private(set) var left: [UInt32] = []
  private(set) var right: [UInt32] = []
  /// Where each of them was.
  private(set) var leftPlaces: [Int] = []
  private(set) var rightPlaces: [Int] = []
  /// For each number, how often the left and the right have it.
  private var counts: [(left: Int32, right: Int32)] = []

  init(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) {
    var numbers: [Int: UInt32] = [:]
    numbers.reserveCapacity(right.count)
    let rightNumbers = right.map { hash in
      let number = numbers[hash, default: UInt32(counts.count)]
      if number == counts.count {
        numbers[hash] = number
        counts.append((0, 0))
      }
      counts[Int(number)].right += 1
      return number
    }
    for (place, hash) in zip(left.indices, left) {
      guard let number = numbers[hash] else { continue }
      counts[Int(number)].left += 1
      self.left.append(number)
      leftPlaces.append(place)
    }
    for (place, number) in zip(right.indices, rightNumbers) where counts[Int(number)].left > 0 {
      self.right.append(number)
      rightPlaces.append(place)
    }
  }

  /// Places of the longest run, in the order of both sides, of elements that each side has once.
  func anchors() -> [(left: Int, right: Int)] {
    var places = [Int](repeating: -1, count: counts.count)
    for (place, number) in left.enumerated() where isSingle(number) { places[Int(number)] = place }
    let candidates = right.indices.filter { isSingle(right[$0]) }
    let lefts = candidates.map { places[Int(right[$0])] }
    return LongestIncreasingRun.positions(in: lefts).map { (lefts[$0], candidates[$0]) }
  }

  private func isSingle(_ number: UInt32) -> Bool {
    counts[Int(number)].left == 1 && counts[Int(number)].right == 1
  }
}
