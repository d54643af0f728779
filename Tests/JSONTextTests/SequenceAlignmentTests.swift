import JSONText
import Testing

@Suite struct SequenceAlignmentTests {
  @Test("pairs rise on both sides, are of equal elements, and are as many as can be", arguments: 0..<200)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let kinds = Int.random(in: 1...12, using: &random)
    let left = (0..<Int.random(in: 0..<40, using: &random)).map { _ in Int.random(in: 0..<kinds, using: &random) }
    var right = left
    for _ in 0..<Int.random(in: 0..<10, using: &random) {
      if Bool.random(using: &random) || right.isEmpty {
        right.insert(.random(in: 0..<kinds, using: &random), at: .random(in: 0...right.count, using: &random))
      } else {
        right.remove(at: .random(in: right.indices, using: &random))
      }
    }
    let pairs = try SequenceAlignment(left, right).pairs
    #expect(pairs.allSatisfy { left[$0.left] == right[$0.right] })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.left < $1.left && $0.right < $1.right })
    #expect(pairs.count == Self.longestCommon(left, right))
  }

  @Test("beyond the bound the rest is aligned by position")
  func bounded() throws {
    let left = (0..<3000).map { $0 % 2 == 0 ? 7 : $0 }
    let right = (0..<3000).map { $0 % 2 == 0 ? 7 : -$0 }
    let pairs = try SequenceAlignment(left, right).pairs
    #expect(pairs.count >= 1400)
    #expect(pairs.allSatisfy { left[$0.left] == right[$0.right] })
  }

  /// By the textbook's table.
  private static func longestCommon(_ left: [Int], _ right: [Int]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for one in left {
      var next = row
      for (position, other) in right.enumerated() {
        next[position + 1] = one == other ? row[position] + 1 : max(row[position + 1], next[position])
      }
      row = next
    }
    return row[right.count]
  }
}
