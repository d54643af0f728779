import JSONText

/// The pieces of a text that have to be unescaped to find what is hidden in them: from an escape as far as a secret could
/// reach, and no further than the string that it stands in.
struct EscapedPieces {
  /// From where on escapes have not been seen yet.
  private(set) var position = 0
  private let longest: Int
  /// The most bytes that a secret takes which is all escapes.
  private let overlap: Int
  private let limit: Int
  /// Whether quotes part strings; not where a secret has one itself.
  private let endsAtQuotes: Bool

  init(_ search: SecretSearch, pieceSize: Int) {
    longest = search.longest
    overlap = longest * UnescapedText.expansion
    limit = max(pieceSize, 4 * overlap)
    endsAtQuotes = !search.needles.contains { $0.bytes.contains(UInt8(ascii: "\"")) }
  }

  mutating func piece(around first: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var start = first
    while start > 0, first - start < longest, !isQuote(at: start - 1, in: bytes) { start -= 1 }
    var (end, last) = (first, first)
    while end < bytes.count, end - last <= longest + UnescapedText.expansion, !isQuote(at: end, in: bytes) {
      guard end - start < limit else {
        // The next piece begins so early that what is cut here is whole there.
        position = max(end - overlap, first + 1)
        return start..<end
      }
      if UnescapedText.isEscape(bytes[end]) { last = end }
      end += 1
    }
    position = max(end, first + 1)
    return start..<end
  }

  private func isQuote(at place: Int, in bytes: Span<UInt8>) -> Bool {
    endsAtQuotes && bytes[place] == UInt8(ascii: "\"") && (place == 0 || bytes[place - 1] != UInt8(ascii: "\\"))
  }
}

/// Where the next escape begins, each kind looked for by itself so that no byte is looked at twice.
struct EscapeSearch {
  /// Of each kind the first one found at or after where was asked last.
  private var ahead = [UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&")].map { (byte: $0, from: 0, place: -1) }

  /// - Parameter position: may go back; then kinds are looked for again from there.
  mutating func next(in bytes: Span<UInt8>, from position: Int) -> Int? {
    var nearest = bytes.count
    for kind in ahead.indices {
      if ahead[kind].place < position || position < ahead[kind].from {
        ahead[kind].from = position
        ahead[kind].place = bytes.firstIndex(of: ahead[kind].byte, from: position)
      }
      nearest = min(nearest, ahead[kind].place)
    }
    return nearest < bytes.count ? nearest : nil
  }
}
