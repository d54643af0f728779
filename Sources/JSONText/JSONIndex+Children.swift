extension JSONIndex {
  /// How many values a container holds, in a bounded number of steps.
  func childCount(_ container: Int) -> Int {
    guard let end = closing(container) else { return 0 }
    var (number, place) = milestone(container) { _ in true }
    while place < end {
      number += 1
      place = next(place)
    }
    return number
  }

  /// The position among its container's values of the one at a place, in a bounded number of steps.
  func position(of child: Int, in container: Int) -> Int {
    var (number, place) = milestone(container) { $0 <= child }
    while place < child {
      let end = next(place)
      guard end <= child else { break }
      number += 1
      place = end
    }
    return number
  }

  /// The value at a position in a container, in a bounded number of steps; nil if it holds fewer.
  func child(_ position: Int, of container: Int) -> Int? {
    guard position >= 0, let end = closing(container) else { return nil }
    let milestones = tape.milestones[container] ?? []
    let passed = min((position + 1) / Int(JSONTape.milestone), milestones.count)
    var number = passed == 0 ? 0 : passed * Int(JSONTape.milestone) - 1
    var place = passed == 0 ? container + 1 : Int(milestones[passed - 1])
    while place < end {
      if number == position { return tape[place].isKey ? place + 1 : place }
      number += 1
      place = next(place)
    }
    return nil
  }

  /// The last noted child for which `isWanted` holds: how many there are before it, and its place. The first child where
  /// there is none.
  private func milestone(_ container: Int, _ isWanted: (Int) -> Bool) -> (number: Int, place: Int) {
    let milestones = tape.milestones[container] ?? []
    var range = milestones.indices
    while let middle = range.dropFirst(range.count / 2).first {
      range = isWanted(Int(milestones[middle])) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    let passed = range.lowerBound
    return passed == 0 ? (0, container + 1) : (passed * Int(JSONTape.milestone) - 1, Int(milestones[passed - 1]))
  }
}
