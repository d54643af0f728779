import GRDB

/// The tables of the history file.
///
/// What fields of a query look at is in narrow rows of its own, so that a pass over all of them is short; `search` holds,
/// folded, what bare words look through; everything else is in `content`. Rows are numbered in the order they were
/// written.
enum HistorySchema {
  /// `opxh`: tells our files from others'.
  private static let applicationID = 0x6F70_7868
  private static let version = 1

  private static let tables = """
    CREATE TABLE exchange (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      profile TEXT NOT NULL,
      foldedProfile TEXT NOT NULL,
      operation TEXT NOT NULL,
      startedAt REAL NOT NULL,
      method TEXT NOT NULL,
      host TEXT NOT NULL,
      path TEXT NOT NULL,
      requestID TEXT,
      status INTEGER,
      failure TEXT,
      failureDetail TEXT,
      total INTEGER NOT NULL,
      size INTEGER NOT NULL,
      stored INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX exchangeByTime ON exchange(startedAt);
    CREATE INDEX exchangeByStatus ON exchange(status);
    CREATE TABLE search (
      number INTEGER PRIMARY KEY REFERENCES exchange(number) ON DELETE CASCADE,
      words TEXT NOT NULL
    ) STRICT;
    CREATE TABLE content (
      number INTEGER PRIMARY KEY REFERENCES exchange(number) ON DELETE CASCADE,
      run TEXT NOT NULL,
      scheme TEXT NOT NULL,
      reason TEXT,
      turn INTEGER NOT NULL,
      sent INTEGER,
      reusedConnection INTEGER,
      head INTEGER,
      tokenID TEXT,
      previousID TEXT,
      requestFields TEXT NOT NULL,
      requestBody BLOB NOT NULL,
      responseFields TEXT,
      body BLOB,
      encodedBody BLOB,
      bodyHash BLOB
    ) STRICT;
    """

  /// The steps from each form of the file to the next. A step is never changed once a release had it: whatever the form
  /// becomes is a step of its own, which raises ``version`` too, so that programs that don't know it leave the file alone.
  private static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    // Files of the first form were made without a list of steps.
    migrator.registerMigration("1", foreignKeyChecks: .immediate) { db in
      guard try !db.tableExists("exchange") else { return }
      try db.execute(sql: tables)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    return migrator
  }()

  /// How much of a file ``isLater(_:)`` has to see.
  static let headerLength = 100

  /// Whether a file is a history of a later form, by the bytes that an SQLite file begins with.
  static func isLater(_ header: [UInt8]) -> Bool {
    guard header.count == headerLength, header.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
    func number(at place: Int) -> UInt32 { header[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    return number(at: 68) == applicationID && Int32(bitPattern: number(at: 60)) > version
  }

  /// Makes the tables of a new file, and brings an older one to the present form.
  ///
  /// - Throws: ``HistoryFault`` if it is not a history, or one of a later form.
  static func prepare(_ pool: DatabasePool) throws {
    // By the connection that there is: a reader would be another one, which most runs have no use for.
    if try !pool.writeWithoutTransaction(isCurrent) { try migrator.migrate(pool) }
  }

  private static func isCurrent(_ db: Database) throws -> Bool {
    func count(_ condition: String) throws -> Int? {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE \(condition)")
    }
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      // Another process may be about to make the tables.
      guard try count("name NOT LIKE '%grdb_migrations%'") == 0 else { throw HistoryFault.foreign }
      return false
    }
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 <= version, try !migrator.hasBeenSuperseded(db) else {
      throw HistoryFault.later
    }
    guard try count("name IN ('exchange', 'search', 'content')") == 3 else { throw HistoryFault.foreign }
    return try migrator.hasCompletedMigrations(db)
  }
}

/// Why a file does not do as a history.
enum HistoryFault: Error {
  /// It is something else.
  case foreign
  /// A later version of the program has given it a form that this one doesn't know.
  case later
}
