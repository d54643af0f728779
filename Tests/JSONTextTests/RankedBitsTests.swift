import TestRandomness
import Testing

@testable import JSONText

@Suite struct RankedBitsTests {
  private static let sizes = [0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 5000]

  @Test("of no bits at all every question has an answer", arguments: sizes) func nothing(places: Int) {
    let bits = RankedBits(Bits(places: places))
    for place in [.min, -1, 0, 1, 63, 64, 511, 512, 513, 4096, places - 1, places, places + 1, .max] {
      #expect(bits.rank(of: place) == 0)
      #expect(bits.place(ofRank: place) == nil)
      #expect(bits.next(from: place) == nil)
      #expect(bits.previous(before: place) == nil)
      #expect(!bits[place])
    }
  }

  @Test("ranks and places are those of a plain set, whatever is changed", arguments: sizes) func changes(places: Int) {
    var random = SeededGenerator(seed: UInt64(places))
    var bits = RankedBits(Bits(places: places))
    var model: Set<Int> = []
    for _ in 0..<20 {
      let start = Int.random(in: -70...places + 70, using: &random)
      let end = start + Int.random(in: 1...700, using: &random)
      let inside = Set((start..<end).filter { (0..<places).contains($0) })
      let pattern = UInt64.random(in: 0 ... .max, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        bits.update(from: start) { $0.insert(start) }
        model.formUnion(inside.filter { $0 == start })
      case 1:
        bits.update(from: start) { $0.remove(start..<end) }
        model.subtract(inside)
      case 2:
        bits.update(from: start) { $0.assign(start..<end) { pattern &+ UInt64($0) } }
        model.subtract(inside)
        model.formUnion(inside.filter { (pattern &+ UInt64($0 / 64)) >> UInt64($0 % 64) & 1 == 1 })
      default:
        bits.update(from: start) { $0.remove(start) }
        model.remove(start)
      }
      let sorted = model.sorted()
      #expect(bits.count == sorted.count)
      #expect((-1...sorted.count).map(bits.place(ofRank:)) == [nil] + sorted + [nil])
      for place in stride(from: -3, to: places + 130, by: 61) {
        let rank = sorted.firstIndex { $0 >= place } ?? sorted.count
        #expect(bits.rank(of: place) == rank)
        #expect(bits[place] == model.contains(place))
        #expect(bits.next(from: place) == (rank < sorted.count ? sorted[rank] : nil))
        #expect(bits.previous(before: place) == (rank > 0 ? sorted[rank - 1] : nil))
      }
    }
  }
}
