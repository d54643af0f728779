import JSONText
import TestRandomness
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
    #expect(Self.isSound(pairs, left, right))
    #expect(pairs.count == Self.longestCommon(left, right))
  }

  @Test("many edits among few values are found as well as a few", arguments: 0..<12)
  func manyEdits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let kinds = [1, 2, 3, 4, 20, 100][Int(seed) / 2]
    let left = Self.list(700, kinds, &random)
    let right = seed % 2 == 0 ? Self.list(600, kinds, &random) : Self.edited(left, 350, kinds, &random)
    let pairs = try SequenceAlignment(left, right).pairs
    #expect(Self.isSound(pairs, left, right))
    #expect(pairs.count == Self.longestCommon(left, right))
  }

  @Test("what takes more than the allowance is aligned nearly as well", arguments: 0..<24)
  func bounded(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let kinds = [2, 4, 20, 100][Int(seed) / 6]
    let left = Self.list(900, kinds, &random)
    let right = seed % 2 == 0 ? Self.list(800, kinds, &random) : Self.edited(left, 300, kinds, &random)
    let pairs = try SequenceAlignment(left, right, allowance: 2000).pairs
    #expect(Self.isSound(pairs, left, right))
    #expect(pairs.count * 10 >= Self.longestCommon(left, right) * 7)
  }

  @Test("a block that moved is one edit more, even beyond the allowance")
  func movedBlock() throws {
    let left = Array(0..<30_000)
    let pairs = try SequenceAlignment(left, Array(left[9_000...]) + left[..<9_000], allowance: 100_000).pairs
    #expect(pairs.count == 21_000)
  }

  @Test("an element that is there once and moved costs no more than its own edits")
  func singleMoved() throws {
    var random = SeededGenerator(seed: 1)
    let list = Self.list(5_000, 10, &random)
    for allowance in [1000, 1_000_000] {
      #expect(try SequenceAlignment([99] + list, list + [99], allowance: allowance).pairs.count == 5_000)
    }
  }

  @Test("what only one side has stands in nobody's way")
  func unshared() throws {
    let left = (0..<3000).map { $0 % 2 == 0 ? 7 : $0 }
    let right = (0..<3000).map { $0 % 2 == 0 ? 7 : -$0 }
    let pairs = try SequenceAlignment(left, right, allowance: 1000).pairs
    #expect(pairs.count == 1500)
    #expect(Self.isSound(pairs, left, right))
  }

  private static func list(_ count: Int, _ kinds: Int, _ random: inout SeededGenerator) -> [Int] {
    (0..<count).map { _ in Int.random(in: 0..<kinds, using: &random) }
  }

  private static func edited(_ list: [Int], _ edits: Int, _ kinds: Int, _ random: inout SeededGenerator) -> [Int] {
    var list = list
    for edit in 0..<edits {
      let value = Int.random(in: 0..<kinds, using: &random)
      let place = Int.random(in: list.indices, using: &random)
      switch edit % 3 {
      case 0: list.remove(at: place)
      case 1: list.insert(value, at: place)
      default: list[place] = value
      }
    }
    return list
  }

  private static func isSound(_ pairs: [(left: Int, right: Int)], _ left: [Int], _ right: [Int]) -> Bool {
    pairs.allSatisfy { left[$0.left] == right[$0.right] }
      && zip(pairs, pairs.dropFirst()).allSatisfy { $0.left < $1.left && $0.right < $1.right }
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
