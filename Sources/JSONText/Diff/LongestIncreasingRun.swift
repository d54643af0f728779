/// The longest subsequence of rising numbers.
enum LongestIncreasingRun {
  /// Where in `numbers`, which are all different, its elements are; in order. Takes n log n steps.
  static func positions(in numbers: [Int]) -> [Int] {
    /// For each length, where the run of that length ends that ends lowest.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[position] = ends[low - 1] }
      if low == ends.count { ends.append(position) } else { ends[low] = position }
    }
    var run: [Int] = []
    var next = ends.last ?? -1
    while next >= 0 {
      run.append(next)
      next = previous[next]
    }
    return run.reversed()
  }
}
