/// A range of elements, `start:end:step` (RFC 9535, section 2.3.4).
struct JSONPathSlice: Sendable {
  var start: Int?
  var end: Int?
  var step: Int

  /// Which elements of an array are meant: `count` of them, from `first` on, each `step` after the one before.
  func positions(inArrayOf length: Int) -> (first: Int, count: Int) {
    guard step != 0 else { return (0, 0) }
    let range = step > 0 ? 0...length : -1...length - 1
    let first = place(start ?? (step > 0 ? 0 : length - 1), in: range, length: length)
    // Without an end a backward slice goes on to the first element; -1 would be counted from the end.
    let end = end.map { place($0, in: range, length: length) } ?? (step > 0 ? length : -1)
    let distance = step > 0 ? end - first : first - end
    guard distance > 0 else { return (first, 0) }
    return (first, (distance - 1) / abs(step) + 1)
  }

  private func place(_ position: Int, in range: ClosedRange<Int>, length: Int) -> Int {
    min(max(position < 0 ? position + length : position, range.lowerBound), range.upperBound)
  }
}
