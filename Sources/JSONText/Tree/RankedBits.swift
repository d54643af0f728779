/// Bits with counts that make it quick to tell how many are set before a place and which is the n-th.
struct RankedBits: Sendable, Equatable {
  private static let wordsPerGroup = 8

  private(set) var bits: Bits
  /// How many bits are set before each group of words, and before what comes after the last whole one.
  private var ranks: [UInt32] = []
  private(set) var count = 0

  init(_ bits: Bits) {
    self.bits = bits
    recount(from: 0)
  }

  subscript(place: Int) -> Bool { bits[place] }

  /// Changes bits at or after a place.
  mutating func update(from place: Int = 0, _ change: (inout Bits) -> Void) {
    change(&bits)
    recount(from: place)
  }

  /// How many bits are set before a place.
  func rank(of place: Int) -> Int {
    let place = max(place, 0)
    let word = min(place / Bits.wordSize, bits.words.count)
    let group = word / Self.wordsPerGroup
    var rank = Int(ranks[group])
    for each in group * Self.wordsPerGroup..<word { rank += bits.words[each].nonzeroBitCount }
    if word < bits.words.count { rank += (bits.words[word] & Bits.mask(below: place)).nonzeroBitCount }
    return rank
  }

  /// The place of the set bit before which so many others are set; nil if there are no more than that.
  func place(ofRank rank: Int) -> Int? {
    guard (0..<count).contains(rank) else { return nil }
    var groups = ranks.indices
    while groups.count > 1 {
      let middle = groups.lowerBound + groups.count / 2
      groups = ranks[middle] <= rank ? middle..<groups.upperBound : groups.lowerBound..<middle
    }
    var left = rank - Int(ranks[groups.lowerBound])
    for word in groups.lowerBound * Self.wordsPerGroup..<bits.words.count {
      var rest = bits.words[word]
      guard left < rest.nonzeroBitCount else {
        left -= rest.nonzeroBitCount
        continue
      }
      for _ in 0..<left { rest &= rest - 1 }
      return word * Bits.wordSize + rest.trailingZeroBitCount
    }
    return nil
  }

  /// The first set bit at or after a place.
  func next(from place: Int) -> Int? { bits.next(from: place) }

  /// The last set bit before a place.
  func previous(before place: Int) -> Int? { self.place(ofRank: rank(of: place) - 1) }

  private mutating func recount(from place: Int) {
    let groups = bits.words.count / Self.wordsPerGroup + 1
    // Bits that had no words until now have no counts either.
    var first = min(max(place, 0) / Bits.wordSize / Self.wordsPerGroup, groups - 1)
    if ranks.count != groups {
      first = 0
      ranks = [UInt32](repeating: 0, count: groups)
    }
    var rank = Int(ranks[first])
    for group in first..<groups {
      ranks[group] = UInt32(rank)
      let start = group * Self.wordsPerGroup
      for word in start..<min(start + Self.wordsPerGroup, bits.words.count) {
        rank += bits.words[word].nonzeroBitCount
      }
    }
    count = rank
  }
}
