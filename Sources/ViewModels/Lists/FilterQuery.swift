import ExplorerStorage

/// What was typed as a filter, in the grammar of the history's queries: words that must all be found, in any order, accents and
/// case aside; `-` in front excludes, quotes keep words together, and `bic:`, `name:`, `id:` or `in:` say where to look.
public struct FilterQuery: Sendable, Hashable {
  /// Where a word is looked for.
  enum Field: String, Sendable {
    case code, bic, name, id
    /// The city and country around it.
    case `in`
  }

  struct Word: Sendable, Hashable {
    let bytes: [UInt8]
    let field: Field?
    let isNegated: Bool
    /// Only in one piece.
    let isExact: Bool
  }

  let words: [Word]

  /// What is not finished yet is taken as far as it goes, and a field that lists don't have as a word.
  public init(_ text: String) {
    let terms = (try? QueryTerm.terms(of: text)) ?? (try? QueryTerm.terms(of: "\(text)\"")) ?? []
    words = terms.compactMap { term in
      let field = term.field.flatMap(Field.init)
      let isExact = term.text.contains("\"")
      let value = term.field == nil || field != nil ? term.value : "\(term.field ?? ""):\(term.value)"
      let bytes = Array(TextFolding.folded(value).utf8)
      return bytes.isEmpty ? nil : Word(bytes: bytes, field: field, isNegated: term.isNegated, isExact: isExact)
    }
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
    for word in words where !word.isNegated {
      let match = WordMatch(word.bytes, in: bytes, allowsScattered: !word.isExact)
      for place in match?.places ?? [] { marks[characters[place]] = true }
    }
    return marks
  }
}
