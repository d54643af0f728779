/// Places that are taken or free, and how many before one are taken (a Fenwick tree): both in log n steps.
struct TakenSlots {
  private var isTaken: [Bool]
  private var sums: [Int]

  init(_ isTaken: [Bool]) {
    self.isTaken = isTaken
    sums = [0] + isTaken.map { $0 ? 1 : 0 }
    for index in sums.indices.dropFirst() {
      let parent = index + index & -index
      if parent < sums.count { sums[parent] += sums[index] }
    }
  }

  func count(before slot: Int) -> Int {
    var count = 0
    var index = slot
    while index > 0 {
      count += sums[index]
      index -= index & -index
    }
    return count
  }

  mutating func set(_ slot: Int, _ taken: Bool) {
    guard isTaken[slot] != taken else { return }
    isTaken[slot] = taken
    var index = slot + 1
    while index < sums.count {
      sums[index] += taken ? 1 : -1
      index += index & -index
    }
  }
}
