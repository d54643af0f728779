import ExplorerStorage

/// What was typed as a filter: words that must all be found, in any order, accents and case aside.
public struct FilterQuery: Sendable, Hashable {
  let words: [[UInt8]]

  public init(_ text: String) {
    words = TextFolding.folded(text).split(separator: " ").map { Array($0.utf8) }
  }

  /// Which characters of a text the query matches, for highlighting. Words that aren't in this text match nothing.
  public func highlights(in text: String) -> [Bool] {
    var bytes: [UInt8] = []
    var characters: [Int] = []
    for (position, character) in text.enumerated() {
      let folded = TextFolding.folded(String(character)).utf8
      bytes += folded
      characters += repeatElement(position, count: folded.count)
    }
    var marks = [Bool](repeating: false, count: text.count)
    for word in words {
      for place in WordMatch(word, in: bytes[...])?.places ?? [] { marks[characters[place]] = true }
    }
    return marks
  }
}
