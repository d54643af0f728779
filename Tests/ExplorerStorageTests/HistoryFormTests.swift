import Foundation
import GRDB
import OpenPayments
import Testing

@testable import ExplorerStorage

@Suite("Forms of the history file")
struct HistoryFormTests {
  private let folder = HistoryFolder()

  /// As the first versions of the program made a file, which had no list of steps.
  private static let firstForm = """
    CREATE TABLE exchange (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, profile TEXT NOT NULL,
      foldedProfile TEXT NOT NULL, operation TEXT NOT NULL, startedAt REAL NOT NULL, method TEXT NOT NULL,
      host TEXT NOT NULL, path TEXT NOT NULL, requestID TEXT, status INTEGER, failure TEXT, failureDetail TEXT,
      total INTEGER NOT NULL, size INTEGER NOT NULL, stored INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX exchangeByTime ON exchange(startedAt);
    CREATE INDEX exchangeByStatus ON exchange(status);
    CREATE TABLE search (
      number INTEGER PRIMARY KEY REFERENCES exchange(number) ON DELETE CASCADE, words TEXT NOT NULL
    ) STRICT;
    CREATE TABLE content (
      number INTEGER PRIMARY KEY REFERENCES exchange(number) ON DELETE CASCADE, run TEXT NOT NULL,
      scheme TEXT NOT NULL, reason TEXT, turn INTEGER NOT NULL, sent INTEGER, reusedConnection INTEGER, head INTEGER,
      tokenID TEXT, previousID TEXT, requestFields TEXT NOT NULL, requestBody BLOB NOT NULL, responseFields TEXT,
      body BLOB, encodedBody BLOB, bodyHash BLOB
    ) STRICT;
    INSERT INTO exchange VALUES (
      1, '6f1d0000-0000-4000-8000-000000000001', 'acme', 'acme', 'cities', 1800000000.0, 'GET', 'api.example', '/x',
      NULL, 200, NULL, NULL, 5000000, 2, 600);
    INSERT INTO search VALUES (1, 'cities get api.example /x acme 200');
    INSERT INTO content VALUES (
      1, '6f1d0000-0000-4000-8000-000000000002', 'https', 'OK', 0, NULL, NULL, 3000000, NULL, NULL, '', x'', '', x'7B7D',
      NULL, NULL);
    PRAGMA application_id = 1869641832;
    PRAGMA user_version = 1;
    """

  private func make(_ sql: String = "") throws {
    try folder.write(Data())
    try folder.execute("PRAGMA journal_mode = WAL; \(Self.firstForm) \(sql)")
  }

  private func value(_ sql: String) throws -> Int? {
    try DatabaseQueue(path: folder.path).read { try Int.fetchOne($0, sql: sql) }
  }

  @Test("a file of the first form is used as it is, and stays of use to the programs that made it")
  func firstForm() async throws {
    try make()
    let store = folder.store()
    #expect(try await store.ids("cities").count == 1)
    let id = try #require(UUID(uuidString: "6f1d0000-0000-4000-8000-000000000001"))
    #expect(try await store.whole(id)?.exchange.body == Array("{}".utf8))
    try await store.write(.sample())
    #expect(try await folder.store().ids().count == 2)
    #expect(await store.setAside == nil)
    #expect(try value("PRAGMA user_version") == 1)
    #expect(try value("SELECT count(*) FROM sqlite_master WHERE name IN ('exchange', 'search', 'content')") == 3)
  }

  @Test("so is a file that this program makes")
  func sameForm() async throws {
    try await folder.store().write(.sample())
    let tables = "SELECT group_concat(name) FROM pragma_table_info"
    for table in ["exchange", "search", "content"] {
      let names = try await DatabaseQueue(path: folder.path).read {
        try String.fetchOne($0, sql: "\(tables)('\(table)')")
      }
      let first = try DatabaseQueue()
      let expected = try await first.write { db in
        try db.execute(sql: Self.firstForm)
        return try String.fetchOne(db, sql: "\(tables)('\(table)')")
      }
      #expect(names == expected)
    }
    #expect(try value("PRAGMA application_id") == 1_869_641_832 && value("PRAGMA user_version") == 1)
  }

  @Test(
    "a newer form is left alone, with a word, by its version or by a step that is not known",
    arguments: [
      "PRAGMA user_version = 2",
      "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY); INSERT INTO grdb_migrations VALUES ('1'), ('2')",
    ])
  func newer(change: String) async throws {
    try make("; \(change);")
    let before = try value("SELECT count(*) FROM sqlite_master")
    let store = folder.store()
    let error = await #expect(throws: HistoryError.self) { try await store.write(.sample()) }
    #expect(error?.description == "\(folder.path) was written by a newer opx; it is not used and not changed")
    #expect(await store.setAside == nil)
    #expect(try value("SELECT count(*) FROM exchange") == 1 && value("SELECT count(*) FROM sqlite_master") == before)
    #expect(!folder.names.contains { $0.contains("damaged") })
  }

  @Test(
    "a file of a newer version keeps every byte, and gets none beside it",
    arguments: ["WAL", "DELETE"], ["2", "\(Int32.max)"])
  func newerBytes(journal: String, version: String) async throws {
    try make("; PRAGMA user_version = \(version); PRAGMA journal_mode = \(journal);")
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    for _ in 0..<2 {
      await #expect(throws: HistoryError.self) { try await folder.store().write(.sample()) }
      await #expect(throws: HistoryError.self) { try await folder.store().ids() }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
    #expect(folder.names == ["history.sqlite", "history.sqlite.lock"])
  }

  @Test("many that open a file of the first form at once all go on")
  func atOnce() async throws {
    try make()
    let stores = (0..<8).map { _ in folder.store() }
    try await withThrowingTaskGroup { group in
      for store in stores { group.addTask { try await store.write(.sample()) } }
      try await group.waitForAll()
    }
    #expect(try await stores[0].ids().count == 9)
  }

  @Test("a history that is a link to nowhere is told, and stays")
  func danglingLink() async throws {
    try FileManager.default.createDirectory(atPath: folder.folder, withIntermediateDirectories: true)
    for target in ["/nowhere/history.sqlite", "\(folder.folder)/other"] {
      try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: target)
      let error = await #expect(throws: HistoryError.self) { try await folder.store().write(.sample()) }
      #expect(error?.description.hasPrefix("\(folder.path) is a link to \(target), which is not there") == true)
      #expect(folder.names == ["history.sqlite", "history.sqlite.lock"])
      try FileManager.default.removeItem(atPath: folder.path)
    }
  }
}
