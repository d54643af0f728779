import FoundationEssentials
import GRDB

/// Keeps the history within its age and size, a few rows at a time, so that no other process waits for long.
struct HistoryTrimming: Sendable {
  private static let batch = 500
  /// What is left of the size once it was exceeded, so that not every write exceeds it again.
  private static let remainder = 0.9

  private let age: TimeInterval
  private let size: Int
  /// How many bytes may be written before it is time to look again.
  let interval: Int

  init(_ settings: HistorySettings) {
    age = TimeInterval(settings.days) * 86_400
    size = settings.size
    interval = min(settings.size / 16, 4 * 1_048_576)
  }

  func trim(_ pool: DatabasePool, now: Date) async throws {
    let oldest = now.addingTimeInterval(-age).timeIntervalSince1970
    while try await pool.write({ db in try Self.removeBatch(olderThan: oldest, db) }) {}
    if try await pool.writeWithoutTransaction({ db in try Self.usedBytes(db) }) > size {
      let target = Int(Double(size) * Self.remainder)
      while try await pool.write({ db in try Self.removeBatch(downTo: target, db) }) {}
    }
    try await Self.shrink(pool)
  }

  /// Gives the room that nothing takes any more back to the disk.
  static func shrink(_ pool: DatabasePool) async throws {
    try await pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA incremental_vacuum") }
  }

  /// - Returns: whether there may be more.
  private static func removeBatch(olderThan time: Double, _ db: Database) throws -> Bool {
    try db.execute(
      literal: """
        DELETE FROM exchange WHERE number IN (
          SELECT number FROM exchange WHERE startedAt < \(time) ORDER BY startedAt LIMIT \(batch))
        """)
    return db.changesCount == batch
  }

  /// - Returns: whether there is more to remove.
  private static func removeBatch(downTo target: Int, _ db: Database) throws -> Bool {
    var excess = try usedBytes(db) - target
    guard excess > 0 else { return false }
    var last: Int64?
    let rows = try Row.fetchCursor(db, sql: "SELECT number, stored FROM exchange ORDER BY number LIMIT \(batch)")
    while excess > 0, let row = try rows.next() {
      last = row.value("number")
      excess -= min(max(row.value("stored") ?? 0, 0), excess)
    }
    guard let last else { return false }
    try db.execute(literal: "DELETE FROM exchange WHERE number <= \(last)")
    return true
  }

  private static func usedBytes(_ db: Database) throws -> Int {
    func pragma(_ name: String) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA \(name)") ?? 0 }
    return try (pragma("page_count") - pragma("freelist_count")) * pragma("page_size")
  }
}
