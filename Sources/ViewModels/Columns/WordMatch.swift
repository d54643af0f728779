/// How well one word fits a folded text: as the beginning of a word, somewhere inside, or scattered in order.
struct WordMatch {
  /// Higher is better; above ``scattered`` only for the word in one piece.
  let score: Int
  /// Offsets of the matched bytes.
  let places: [Int]

  private static let scattered = 1000

  private init(score: Int, places: [Int]) {
    self.score = score
    self.places = places
  }

  /// The same in a text that is not shown, which counts less than one that is.
  var behind: WordMatch { WordMatch(score: score - 900, places: []) }

  init?(_ word: [UInt8], in text: ArraySlice<UInt8>, allowsScattered: Bool = true) {
    if let (start, atWordStart) = Self.pieces(word, text) {
      score = (atWordStart ? 3000 : 2000) - min(start - text.startIndex, 500)
      places = Array(start..<start + word.count)
    } else if allowsScattered, let places = Self.scattered(word, text), let first = places.first, let last = places.last
    {
      score = Self.scattered - min(last - first - word.count, 900)
      self.places = places
    } else {
      return nil
    }
  }

  /// The first occurrence in one piece, at a word's start if there is one.
  private static func pieces(_ word: [UInt8], _ text: ArraySlice<UInt8>) -> (start: Int, atWordStart: Bool)? {
    guard let first = word.first, text.count >= word.count else { return nil }
    var inside: Int?
    for start in text.startIndex...(text.endIndex - word.count) where text[start] == first {
      guard text[start..<start + word.count].elementsEqual(word) else { continue }
      if start == text.startIndex || !isLetterOrDigit(text[start - 1]) { return (start, true) }
      inside = inside ?? start
    }
    return inside.map { ($0, false) }
  }

  private static func scattered(_ word: [UInt8], _ text: ArraySlice<UInt8>) -> [Int]? {
    var places: [Int] = []
    var rest = text
    for byte in word {
      guard let place = rest.firstIndex(of: byte) else { return nil }
      places.append(place)
      rest = rest[(place + 1)...]
    }
    return places
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    default: false
    }
  }
}
