import ExplorerStorage

/// The folded texts of many rows in one buffer, ready for matching as somebody types.
struct FilterIndex: Sendable, Equatable {
  /// Where a row's texts begin in the buffer, a blank between any two of them.
  private struct Entry: Sendable, Equatable {
    let code: Int
    let name: Int
    let alias: Int
    let context: Int
    let end: Int
    /// Which characters the texts have, one bit for each residue of 64: what lacks one of the query's can be passed over.
    let mask: UInt64

    func range(of field: FilterQuery.Field?) -> Range<Int> {
      switch field {
      case nil: code..<end
      case .code, .bic: code..<max(name - 1, code)
      case .name: name..<max(alias - 1, name)
      case .id: alias..<max(context - 1, alias)
      case .in: context..<end
      }
    }
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  init(_ rows: [Row]) {
    entries.reserveCapacity(rows.count)
    for row in rows {
      let code = bytes.count
      let name = append(row.code)
      let alias = append(row.name)
      let context = append(row.alias)
      bytes += TextFolding.folded(row.context).utf8
      entries.append(
        Entry(
          code: code, name: name, alias: alias, context: context, end: bytes.count, mask: Self.mask(bytes[code...])))
    }
  }

  /// - Returns: where the next text begins.
  private mutating func append(_ text: String) -> Int {
    guard !text.isEmpty else { return bytes.count }
    bytes += TextFolding.folded(text).utf8
    bytes.append(UInt8(ascii: " "))
    return bytes.count
  }

  /// Indices of the rows that match all words, best first; equally good ones in their own order.
  func matches(_ query: FilterQuery) -> [Int] {
    let needed = query.words.reduce(0) { $1.isNegated ? $0 : $0 | Self.mask($1.bytes) }
    var hits: [(index: Int, score: Int)] = []
    for index in entries.indices where entries[index].mask & needed == needed {
      if let score = score(of: query, in: entries[index]) { hits.append((index, score)) }
    }
    return hits.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.index)
  }

  /// - Returns: nil if the entry does not fit.
  private func score(of query: FilterQuery, in entry: Entry) -> Int? {
    var score = 0
    for word in query.words {
      let match = match(word, in: entry)
      guard (match == nil) == word.isNegated else { return nil }
      score += match?.score ?? 0
    }
    return score
  }

  /// A word that is scattered is looked for in what is shown of a row alone, and what excludes must be there in one piece.
  private func match(_ word: FilterQuery.Word, in entry: Entry) -> WordMatch? {
    let isPieceOnly = word.isExact || word.isNegated
    guard word.field == nil else {
      return WordMatch(word.bytes, in: bytes[entry.range(of: word.field)], allowsScattered: !isPieceOnly)
    }
    let shown = bytes[entry.code..<max(entry.alias, entry.code)]
    if let match = WordMatch(word.bytes, in: shown, allowsScattered: false) { return match }
    if let match = WordMatch(word.bytes, in: bytes[entry.alias..<entry.end], allowsScattered: false) {
      return match.behind
    }
    return isPieceOnly ? nil : WordMatch(word.bytes, in: shown)
  }

  private static func mask(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
