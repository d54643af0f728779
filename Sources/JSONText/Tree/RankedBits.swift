/// One bit for each place, with counts that make it quick to tell how many are set before one and which is the n-th.
struct RankedBits: Sendable, Equatable {
  private static let wordsPerGroup = 8

  /// None until a bit is set.
  private(set) var words: [UInt64] = []
  /// How many bits are set before each group of words.
  private var ranks: [UInt32] = [0]
  private(set) var count = 0
  private let places: Int

  init(places: Int) { self.places = places }

  private mutating func makeWords() {
    guard words.isEmpty else { return }
    words = [UInt64](repeating: 0, count: (places + 63) / 64)
    ranks = [UInt32](repeating: 0, count: words.count / Self.wordsPerGroup + 1)
  }

  subscript(place: Int) -> Bool { !words.isEmpty && words[place / 64] >> UInt64(place % 64) & 1 == 1 }

  /// How many bits are set before a place.
  func rank(of place: Int) -> Int {
    let word = place / 64
    var rank = Int(ranks[min(word / Self.wordsPerGroup, ranks.count - 1)])
    for each in word / Self.wordsPerGroup * Self.wordsPerGroup..<min(word, words.count) {
      rank += words[each].nonzeroBitCount
    }
    if word < words.count { rank += (words[word] & Self.mask(below: place % 64)).nonzeroBitCount }
    return rank
  }

  /// The place of the set bit before which so many others are set. There has to be one.
  func place(ofRank rank: Int) -> Int {
    var groups = ranks.indices
    while groups.count > 1 {
      let middle = groups.lowerBound + groups.count / 2
      groups = ranks[middle] <= rank ? middle..<groups.upperBound : groups.lowerBound..<middle
    }
    var left = rank - Int(ranks[groups.lowerBound])
    var word = groups.lowerBound * Self.wordsPerGroup
    while words[word].nonzeroBitCount <= left {
      left -= words[word].nonzeroBitCount
      word += 1
    }
    var bits = words[word]
    for _ in 0..<left { bits &= bits - 1 }
    return word * 64 + bits.trailingZeroBitCount
  }

  /// The first set bit at or after a place.
  func next(from place: Int) -> Int? {
    var word = place / 64
    guard word < words.count else { return nil }
    var bits = words[word] & ~Self.mask(below: place % 64)
    while bits == 0 {
      word += 1
      guard word < words.count else { return nil }
      bits = words[word]
    }
    return word * 64 + bits.trailingZeroBitCount
  }

  /// The last set bit before a place.
  func previous(before place: Int) -> Int? {
    let rank = rank(of: place)
    return rank > 0 ? self.place(ofRank: rank - 1) : nil
  }

  /// Sets one bit. ``recount()`` has to follow.
  mutating func insert(_ place: Int) {
    makeWords()
    words[place / 64] |= 1 << UInt64(place % 64)
  }

  /// Clears one bit. ``recount()`` has to follow.
  mutating func remove(_ place: Int) {
    if !words.isEmpty { words[place / 64] &= ~(1 << UInt64(place % 64)) }
  }

  /// Clears the bits of a range. ``recount(from:)`` has to follow.
  mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty, !words.isEmpty else { return }
    let (first, last) = (range.lowerBound / 64, (range.upperBound - 1) / 64)
    let before = Self.mask(below: range.lowerBound % 64)
    let after = range.upperBound % 64 == 0 ? 0 : ~Self.mask(below: range.upperBound % 64)
    if first == last {
      words[first] &= before | after
    } else if first < last {
      words[first] &= before
      for word in first + 1..<last { words[word] = 0 }
      words[last] &= after
    }
  }

  mutating func removeAll() { self = RankedBits(places: places) }

  /// Makes the bits of a range what `bits` says for each word of 64. ``recount(from:)`` has to follow.
  mutating func assign(_ range: Range<Int>, _ bits: (_ word: Int) -> UInt64) {
    guard !range.isEmpty else { return }
    makeWords()
    let last = (range.upperBound - 1) / 64
    for word in range.lowerBound / 64...last {
      var mask = UInt64.max
      if word == range.lowerBound / 64 { mask &= ~Self.mask(below: range.lowerBound % 64) }
      if word == last, range.upperBound % 64 != 0 { mask &= Self.mask(below: range.upperBound % 64) }
      words[word] = words[word] & ~mask | bits(word) & mask
    }
  }

  /// Counts anew, from the group that holds a place.
  mutating func recount(from place: Int = 0) {
    let first = min(place / 64 / Self.wordsPerGroup, ranks.count - 1)
    var rank = Int(ranks[first])
    for group in first..<ranks.count {
      ranks[group] = UInt32(rank)
      let start = group * Self.wordsPerGroup
      for word in start..<min(start + Self.wordsPerGroup, words.count) { rank += words[word].nonzeroBitCount }
    }
    count = rank
  }

  private static func mask(below bit: Int) -> UInt64 { (1 << UInt64(bit)) - 1 }
}
