public import FoundationEssentials
import GRDB
import OpenPayments

/// The exchanges of this and earlier runs, in one SQLite file that several processes share.
///
/// The file is opened on first need. One that is damaged or no history of ours is set aside and a new one begun; where
/// none can be written every call throws ``HistoryError``, and that is all that happens.
public actor HistoryStore {
  private let file: HistoryFile
  private let trimming: HistoryTrimming
  private let now: @Sendable () -> Date
  private var opened: (pool: DatabasePool, identity: UInt?)?
  private var bytesSinceTrim: Int?
  /// Where the file is now that had to be set aside in this run; nil if none had to.
  public private(set) var setAside: String?

  /// - Parameter onLock: is told of waits for another process that is writing.
  public init(
    path: String, settings: HistorySettings = HistorySettings(), now: @escaping @Sendable () -> Date = { Date() },
    onLock: @escaping LockListener = { _ in }
  ) {
    file = HistoryFile(path: path, onLock: onLock)
    trimming = HistoryTrimming(settings)
    self.now = now
  }

  /// Writes exchanges that are not there yet, and from time to time removes those past age and size.
  public func write(_ entries: [HistoryEntry]) async throws(HistoryError) {
    let stored = entries.map(StoredExchange.init)
    try await access { pool in
      try await pool.write { db in for exchange in stored { _ = try exchange.insert(into: db) } }
    }
    let written = (bytesSinceTrim ?? trimming.interval) + stored.reduce(0) { $0 + $1.size }
    bytesSinceTrim = written
    if written >= trimming.interval {
      bytesSinceTrim = 0
      try await trim()
    }
  }

  /// Removes what is past age and size.
  public func trim() async throws(HistoryError) {
    let (trimming, now) = (trimming, now())
    try await access { try await trimming.trim($0, now: now) }
  }

  /// Exchanges that a query finds, newest first.
  ///
  /// - Parameters:
  ///   - offset: how many to pass over.
  ///   - newest: leaves out what was written later; nil leaves out nothing.
  public func window(
    _ query: HistoryQuery, offset: Int = 0, count: Int, upTo newest: Int64? = nil
  ) async throws(HistoryError) -> HistoryWindow {
    try await access { pool in
      try await pool.read { db in
        let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM exchange") ?? 0
        let newest = min(newest ?? last, last)
        let range: SQL = newest < last ? "number <= \(newest)" : "1"
        if query.isEmpty {
          let total = try SQLRequest<Int>(literal: "SELECT count(*) FROM exchange WHERE \(range)").fetchOne(db) ?? 0
          let rows = try Self.rows(db, "\(range) ORDER BY number DESC LIMIT \(count) OFFSET \(offset)")
          return HistoryWindow(offset: offset, rows: rows, total: total, newest: newest)
        }
        // One pass tells how many there are and which.
        let found: SQL = "SELECT number FROM exchange WHERE \(range) AND \(query.condition) ORDER BY number DESC"
        let numbers = try SQLRequest<Int64>(literal: found).fetchAll(db)
        let shown = Array(numbers.dropFirst(offset).prefix(count))
        let rows = try Self.rows(db, "number IN \(shown) ORDER BY number DESC")
        return HistoryWindow(offset: offset, rows: rows, total: numbers.count, newest: newest)
      }
    }
  }

  /// The latest exchanges that a query finds among those written after `number`, newest first.
  public func newer(
    than number: Int64, _ query: HistoryQuery, count: Int
  ) async throws(HistoryError) -> HistoryWindow {
    try await access { pool in
      try await pool.read { db in
        let newest = try Int64.fetchOne(db, sql: "SELECT max(number) FROM exchange") ?? 0
        let rows = try Self.rows(
          db, "number > \(number) AND \(query.condition) ORDER BY number DESC LIMIT \(count)")
        return HistoryWindow(offset: 0, rows: rows, total: rows.count, newest: max(newest, number))
      }
    }
  }

  /// Those of some exchanges that a query finds.
  public func found(_ ids: [UUID], by query: HistoryQuery) async throws(HistoryError) -> Set<UUID> {
    try await access { pool in
      try await pool.read { db in
        let request: SQLRequest<String> =
          "SELECT id FROM exchange WHERE id IN \(ids.map(\.text)) AND \(query.condition)"
        return Set(try request.fetchAll(db).compactMap { UUID(uuidString: $0) })
      }
    }
  }

  private static func rows(_ db: Database, _ condition: SQL) throws -> [HistoryRow] {
    let request: SQLRequest<Row> = "SELECT \(HistoryRow.columns) FROM exchange WHERE \(condition)"
    return try request.fetchAll(db).compactMap(HistoryRow.init)
  }

  /// Whole exchanges, in the order asked for; those that are not there are left out.
  public func records(_ ids: [UUID]) async throws(HistoryError) -> [HistoryRecord] {
    try await access { pool in
      try await pool.read { db in
        var reader = HistoryReader(db)
        return try ids.compactMap { try reader.record($0) }
      }
    }
  }

  /// What a query finds, with the token calls and the tries that came before: in the order of time, each once.
  ///
  /// - Parameter count: the most that are found, the latest of them; nil for all.
  public func archive(_ query: HistoryQuery, count: Int? = nil) async throws(HistoryError) -> [UUID] {
    try await access { pool in
      try await pool.read { db in
        let request: SQLRequest<String> = """
          WITH RECURSIVE meant(number) AS (
            SELECT number FROM (
              SELECT number FROM exchange WHERE \(query.condition) ORDER BY number DESC LIMIT \(count ?? -1))
            UNION
            SELECT earlier.number FROM meant JOIN content USING (number)
              JOIN exchange AS earlier ON earlier.id IN (content.tokenID, content.previousID))
          SELECT id FROM exchange WHERE number IN (SELECT number FROM meant) ORDER BY startedAt, number
          """
        return try request.fetchAll(db).compactMap { UUID(uuidString: $0) }
      }
    }
  }

  /// The ids that begin like this; two are enough to know that it is not one.
  public func ids(beginning prefix: String, count: Int = 5) async throws(HistoryError) -> [UUID] {
    let prefix = prefix.lowercased()
    return try await access { pool in
      try await pool.read { db in
        let request: SQLRequest<String> = """
          SELECT id FROM exchange WHERE substr(id, 1, \(prefix.count)) = \(prefix) ORDER BY number DESC LIMIT \(count)
          """
        return try request.fetchAll(db).compactMap { UUID(uuidString: $0) }
      }
    }
  }

  /// - Returns: how many a query finds.
  public func count(_ query: HistoryQuery) async throws(HistoryError) -> Int {
    try await window(query, count: 0).total
  }

  /// - Returns: how many were removed.
  @discardableResult
  public func delete(_ ids: [UUID]) async throws(HistoryError) -> Int {
    try await delete("id IN \(ids.map(\.text))")
  }

  /// - Returns: how many were removed.
  @discardableResult
  public func delete(_ query: HistoryQuery) async throws(HistoryError) -> Int {
    try await delete(query.condition)
  }

  private func delete(_ condition: SQL) async throws(HistoryError) -> Int {
    try await access { pool in
      let count = try await pool.write { db in
        try db.execute(literal: "DELETE FROM exchange WHERE \(condition)")
        return db.changesCount
      }
      try await HistoryTrimming.shrink(pool)
      return count
    }
  }

  /// Does something with the file; once more with a new one if it turns out to be damaged.
  private func access<Value: Sendable>(
    _ work: @Sendable (DatabasePool) async throws -> Value
  ) async throws(HistoryError) -> Value {
    do {
      do { return try await work(await pool()) } catch  where Self.isDamage(error) {
        try await replaceFile()
        return try await work(await pool())
      }
    } catch let error as HistoryError {
      throw error
    } catch is CancellationError {
      throw HistoryError("cancelled")
    } catch HistoryFault.later {
      throw HistoryError("\(file.path) was written by a newer opx; it is not used and not changed")
    } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
      throw HistoryError("\(file.path) is in use by another program; try again when that is done, or end it")
    } catch {
      throw HistoryError("\(file.path): \((error as? DatabaseError)?.message ?? "\(error)")")
    }
  }

  /// The file that stands there now: another process may have set aside the one that was opened.
  private func pool() async throws -> DatabasePool {
    if let opened, opened.identity == file.identity { return opened.pool }
    let pool = try await file.open()
    // Another call may have opened it while this one waited.
    if let opened, opened.identity == file.identity { return opened.pool }
    opened = (pool, file.identity)
    return pool
  }

  private func replaceFile() async throws {
    let damaged = opened?.identity ?? file.identity
    try? opened?.pool.close()
    opened = nil
    if let damaged, let name = try await file.setAside(damaged, now: now()) { setAside = name }
  }

  private static func isDamage(_ error: any Error) -> Bool {
    switch error {
    case HistoryFault.foreign: true
    case let error as DatabaseError: [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    default: false
    }
  }
}
