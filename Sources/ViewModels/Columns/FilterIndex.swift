import ExplorerStorage

/// The folded texts of many rows in one buffer, ready for matching as somebody types.
struct FilterIndex: Sendable, Equatable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Which characters each text has, one bit for each residue of 64: what lacks one of the query's can be passed over.
  private var masks: [UInt64] = []

  init(_ rows: [Row]) {
    ends.reserveCapacity(rows.count)
    masks.reserveCapacity(rows.count)
    for row in rows {
      let folded = TextFolding.folded(row.code.isEmpty ? row.name : "\(row.code) \(row.name)").utf8
      bytes += folded
      ends.append(bytes.count)
      masks.append(Self.mask(folded))
    }
  }

  /// Indices of the rows that match all words, best first; equally good ones in their own order.
  func matches(_ query: FilterQuery) -> [Int] {
    let needed = query.words.reduce(0) { $0 | Self.mask($1) }
    var hits: [(index: Int, score: Int)] = []
    for index in ends.indices where masks[index] & needed == needed {
      let text = bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
      var score = 0
      let fits = query.words.allSatisfy { word in
        guard let match = WordMatch(word, in: text) else { return false }
        score += match.score
        return true
      }
      if fits { hits.append((index, score)) }
    }
    return hits.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.index)
  }

  private static func mask(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
