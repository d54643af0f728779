/// How well one word fits a folded text: as the beginning of a word, somewhere inside, or scattered in order.
struct WordMatch {
  /// Offsets of the matched bytes.
  let places: [Int]

  init?(_ word: [UInt8], in text: [UInt8], allowsScattered: Bool = true) {
    let all = 0..<text.count
    if let (start, _) = Self.piece(word, in: text.span, all) {
      places = Array(start..<start + word.count)
    } else if allowsScattered, let places = Self.scattered(word, text) {
      self.places = places
    } else {
      return nil
    }
  }

  private static func scattered(_ word: [UInt8], _ text: [UInt8]) -> [Int]? {
    var places: [Int] = []
    var rest = text[...]
    for byte in word {
      guard let place = rest.firstIndex(of: byte) else { return nil }
      places.append(place)
      rest = rest[(place + 1)...]
    }
    return places
  }

  // MARK: - Scores, without a record of the places

  /// The most that a word can score.
  static let best = 3000
  private static let inside = 2000
  private static let scattered = 1000

  /// Of the word in one piece; higher is better, and always higher than scattered.
  static func pieceScore(
    _ word: [UInt8], in bytes: Span<UInt8>, _ range: Range<Int>, atWordStart isNeeded: Bool = false
  ) -> Int? {
    guard let (start, isAtStart) = piece(word, in: bytes, range), isAtStart || !isNeeded else { return nil }
    return (isAtStart ? best : inside) - min(start - range.lowerBound, 500)
  }

  /// Of the word's bytes in order, anything between them; closer together is better.
  static func scatteredScore(_ word: [UInt8], in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    var first: Int?
    for byte in word {
      while position < range.upperBound, bytes[position] != byte { position += 1 }
      guard position < range.upperBound else { return nil }
      first = first ?? position
      position += 1
    }
    return scattered - min(position - 1 - (first ?? 0) - word.count, 900)
  }

  /// The first occurrence in one piece, at a word's start if there is one.
  private static func piece(
    _ word: [UInt8], in bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (start: Int, atWordStart: Bool)? {
    guard let first = word.first, range.count >= word.count else { return nil }
    var inside: Int?
    for start in range.lowerBound...(range.upperBound - word.count) where bytes[start] == first {
      var length = 1
      while length < word.count, bytes[start + length] == word[length] { length += 1 }
      guard length == word.count else { continue }
      if start == range.lowerBound || !isLetterOrDigit(bytes[start - 1]) { return (start, true) }
      inside = inside ?? start
    }
    return inside.map { ($0, false) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    default: false
    }
  }
}
