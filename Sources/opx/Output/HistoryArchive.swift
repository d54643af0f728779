import ExplorerStorage
import OpenPayments

/// An archive of exchanges that were kept, of which only a few are in memory at a time.
struct HistoryArchive {
  /// How many are read at once; each may have two bodies of several MiB.
  private static let batch = 8

  let target: ArchiveTarget

  /// Writes what a query finds, and says how much that was.
  func write(_ query: HistoryQuery, count: Int?) async throws {
    let output = try target.open()
    let text = HTTPArchiveText(.opx)
    var (written, withoutBody) = (0, 0)
    try await HistoryStore.ask { store in
      let ids = try await store.archive(query, count: count)
      for start in stride(from: 0, to: ids.count, by: Self.batch) {
        for record in try await store.records(Array(ids[start...].prefix(Self.batch))) {
          try output.write(text.entry(record.exchange, at: written))
          written += 1
          if record.exchange.body.count < record.exchange.bodyLength { withoutBody += 1 }
        }
      }
    }
    try output.write(text.end(after: written))
    try output.finish()
    StandardError.print("opx: \(words(written, withoutBody: withoutBody))")
  }

  private func words(_ written: Int, withoutBody: Int) -> String {
    guard written > 0 else { return "the history has no such exchange; wrote an empty archive\(target.words)" }
    let missing = withoutBody == 1 ? "the body of 1 was not kept" : "the bodies of \(withoutBody) were not kept"
    return "wrote \(written) exchange\(written == 1 ? "" : "s")\(target.words)"
      + (withoutBody == 0 ? "" : "; \(missing)")
  }
}
