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
    let isMinor: Bool

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
      bytes += TextFolding.folded(row.moreContext.isEmpty ? row.context : "\(row.context) \(row.moreContext)").utf8
      entries.append(
        Entry(
          code: code, name: name, alias: alias, context: context, end: bytes.count, mask: Self.mask(bytes[code...]),
          isMinor: row.isMinor))
    }
  }

  /// - Returns: where the next text begins.
  private mutating func append(_ text: String) -> Int {
    guard !text.isEmpty else { return bytes.count }
    bytes += TextFolding.folded(text).utf8
    bytes.append(UInt8(ascii: " "))
    return bytes.count
  }

  /// A row's folded name and code.
  func name(_ row: RowList.Index) -> ArraySlice<UInt8> { bytes[entries[row.number].range(of: .name)] }
  func code(_ row: RowList.Index) -> ArraySlice<UInt8> { bytes[entries[row.number].range(of: .code)] }

  /// What a word found beside what is shown of a row counts less.
  private static let behind = 900
  private static let shortestOfID = 4

  /// The rows that match all words, best first; equally good ones in their own order.
  func matches(_ query: FilterQuery) -> [RowList.Index] {
    let needed = query.words.reduce(0) { $1.isNegated ? $0 : $0 | Self.mask($1.bytes) }
    var hits: [(index: Int, score: Int)] = []
    let bytes = bytes.span
    for index in entries.indices where entries[index].mask & needed == needed {
      if let score = Self.score(of: query, in: entries[index], bytes) { hits.append((index, score)) }
    }
    let best = query.words.count * WordMatch.best
    guard hits.contains(where: { entries[$0.index].isMinor }) else { return Self.sorted(hits, best: best) }
    return Self.sorted(hits.filter { !entries[$0.index].isMinor }, best: best)
      + Self.sorted(hits.filter { entries[$0.index].isMinor }, best: best)
  }

  /// By counting, as there are few scores and may be many hits.
  private static func sorted(_ hits: [(index: Int, score: Int)], best: Int) -> [RowList.Index] {
    var starts = [Int](repeating: 0, count: best + 2)
    for hit in hits { starts[best - hit.score + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var sorted = [RowList.Index](repeating: RowList.Index(number: 0), count: hits.count)
    for hit in hits {
      sorted[starts[best - hit.score]] = RowList.Index(number: hit.index)
      starts[best - hit.score] += 1
    }
    return sorted
  }

  /// - Returns: nil if the entry does not fit.
  private static func score(of query: FilterQuery, in entry: Entry, _ bytes: Span<UInt8>) -> Int? {
    var score = 0
    for word in query.words {
      let found = Self.score(of: word, in: entry, bytes)
      guard (found == nil) == word.isNegated else { return nil }
      score += max(found ?? 0, 0)
    }
    return score
  }

  /// A word that is scattered is looked for in what is shown of a row alone, and what excludes must be there in one piece.
  private static func score(of word: FilterQuery.Word, in entry: Entry, _ bytes: Span<UInt8>) -> Int? {
    let isPieceOnly = word.isExact || word.isNegated
    let shown = word.field == nil ? entry.code..<max(entry.alias, entry.code) : entry.range(of: word.field)
    if let score = WordMatch.pieceScore(word.bytes, in: bytes, shown) { return score }
    if word.field == nil {
      if let score = WordMatch.pieceScore(word.bytes, in: bytes, entry.context..<entry.end) { return score - behind }
      // Ids hold any few letters: only a good part of one from its beginning is meant.
      let alias = entry.alias..<max(entry.context, entry.alias)
      if word.bytes.count >= shortestOfID, !word.isNegated,
        let score = WordMatch.pieceScore(word.bytes, in: bytes, alias, atWordStart: true)
      {
        return score - behind
      }
    }
    return isPieceOnly || word.field == .id ? nil : WordMatch.scatteredScore(word.bytes, in: bytes, shown)
  }

  private static func mask(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
