/// One bit for each place. Outside of the places none is set, and none can be.
struct Bits: Sendable, Equatable {
  static let wordSize = 64

  let places: Int
  /// None until a bit is set.
  private(set) var words: [UInt64] = []

  init(places: Int) { self.places = places }

  subscript(place: Int) -> Bool {
    guard place >= 0, place / Self.wordSize < words.count else { return false }
    return words[place / Self.wordSize] >> UInt64(place % Self.wordSize) & 1 == 1
  }

  /// The first set bit at or after a place.
  func next(from place: Int) -> Int? {
    let place = max(place, 0)
    var word = place / Self.wordSize
    guard word < words.count else { return nil }
    var bits = words[word] & ~Self.mask(below: place)
    while bits == 0 {
      word += 1
      guard word < words.count else { return nil }
      bits = words[word]
    }
    return word * Self.wordSize + bits.trailingZeroBitCount
  }

  mutating func insert(_ place: Int) {
    guard (0..<places).contains(place) else { return }
    makeWords()
    words[place / Self.wordSize] |= 1 << UInt64(place % Self.wordSize)
  }

  mutating func remove(_ place: Int) {
    guard self[place] else { return }
    words[place / Self.wordSize] &= ~(1 << UInt64(place % Self.wordSize))
  }

  mutating func remove(_ range: Range<Int>) {
    if !words.isEmpty { assign(range) { _ in 0 } }
  }

  mutating func removeAll() { words = [] }

  /// Makes the bits of a range what `bits` says for each word of 64.
  mutating func assign(_ range: Range<Int>, _ bits: (_ word: Int) -> UInt64) {
    let range = range.clamped(to: 0..<places)
    guard !range.isEmpty else { return }
    makeWords()
    let (first, last) = (range.lowerBound / Self.wordSize, (range.upperBound - 1) / Self.wordSize)
    for word in first...last {
      var mask = UInt64.max
      if word == first { mask &= ~Self.mask(below: range.lowerBound) }
      if word == last, range.upperBound % Self.wordSize != 0 { mask &= Self.mask(below: range.upperBound) }
      words[word] = words[word] & ~mask | bits(word) & mask
    }
  }

  /// The bits of a word before those of a place.
  static func mask(below place: Int) -> UInt64 { (1 << UInt64(place % wordSize)) - 1 }

  private mutating func makeWords() {
    guard words.isEmpty else { return }
    words = [UInt64](repeating: 0, count: (places + Self.wordSize - 1) / Self.wordSize)
  }
}
