import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments
import Testing

@Suite("Damaged history files", .timeLimit(.minutes(1)))
struct HistoryDamageTests {
  private let folder = HistoryFolder()
  private var damaged: [String] { folder.names.filter { $0.hasPrefix("history.sqlite.damaged-") } }

  @Test(
    "a file that is no history is set aside whole, and a new one begun",
    arguments: [
      "no database at all, but long enough to be looked at twice by whoever reads it", "SQLite format 3\0garbage",
    ])
  func foreign(content: String) async throws {
    try folder.write(Data(content.utf8))
    let store = folder.store()
    let exchange = Exchange.sample()
    try await store.write(exchange)
    #expect(try await store.ids() == [exchange.id])
    let name = try #require(damaged.first)
    #expect(name == "history.sqlite.damaged-20270115T080000Z")
    #expect(await store.setAside == "\(folder.folder)/\(name)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.folder)/\(name)")) == Data(content.utf8))
  }

  @Test("so is another program's database, and a link to somewhere else")
  func otherDatabase() async throws {
    try folder.write(Data())
    try folder.execute("CREATE TABLE notes (text TEXT)")
    try await folder.store().write(.sample())
    #expect(damaged.count == 1)
    try FileManager.default.removeItem(atPath: folder.path)
    let elsewhere = "\(folder.folder)/elsewhere"
    try Data("theirs".utf8).write(to: URL(fileURLWithPath: elsewhere))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: elsewhere)
    let store = folder.store()
    try await store.write(.sample())
    #expect(try await store.ids().count == 1)
    #expect(damaged.count == 2)
    #expect(try String(contentsOfFile: elsewhere, encoding: .utf8) == "theirs" && folder.mode(elsewhere) == 0o644)
  }

  @Test("damage that shows only when a page is read is met the same way")
  func brokenPages() async throws {
    let store = folder.store()
    for _ in 0..<50 { try await store.write(.sample(body: [UInt8](repeating: 1, count: 4000))) }
    try folder.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let handle = try #require(FileHandle(forUpdatingAtPath: folder.path))
    try handle.seek(toOffset: 4096)
    handle.write(Data(repeating: 0xFF, count: 150_000))
    try handle.close()
    let later = folder.store()
    let exchange = Exchange.sample()
    try await later.write(exchange)
    #expect(try await later.ids() == [exchange.id])
    #expect(damaged.contains { !$0.hasSuffix("-wal") })
    // Whoever had the old file open finds the new one.
    #expect(try await store.ids() == [exchange.id])
  }

  @Test("two that find the damage at once set one file aside")
  func atOnce() async throws {
    try folder.write(Data("nothing like a database, whoever looks at it and for however long".utf8))
    let stores = (0..<8).map { _ in folder.store() }
    try await withThrowingTaskGroup { group in
      for store in stores { group.addTask { try await store.write(.sample()) } }
      try await group.waitForAll()
    }
    #expect(damaged.count == 1)
    #expect(try await stores[0].ids().count == 8)
  }

  @Test("a later version's file is left alone")
  func later() async throws {
    try await folder.store().write(.sample())
    try folder.execute("PRAGMA user_version = 99")
    let error = await #expect(throws: HistoryError.self) { try await folder.store().ids() }
    #expect(error?.description == "\(folder.path) was written by a newer opx; it is not used and not changed")
    #expect(damaged.isEmpty)
  }

  @Test("a file that is removed while it is open is begun anew")
  func removed() async throws {
    let store = folder.store()
    try await store.write(.sample())
    for name in folder.names { try FileManager.default.removeItem(atPath: "\(folder.folder)/\(name)") }
    let exchange = Exchange.sample()
    try await store.write(exchange)
    #expect(try await store.ids() == [exchange.id])
  }

  @Test("rows that hold nonsense are passed over")
  func nonsense() async throws {
    let (good, bad) = (Exchange.sample(), Exchange.sample())
    let store = folder.store()
    try await store.write(good, bad)
    try folder.execute(
      "UPDATE exchange SET id = 'no id', operation = 'unheard of' WHERE id = '\(bad.id)'.lower()".replacing(
        ".lower()", with: " COLLATE NOCASE"))
    #expect(try await store.ids() == [good.id])
    try folder.execute("UPDATE exchange SET status = 123456, path = char(0), total = -5, host = ''")
    #expect(try await store.whole(good.id)?.exchange.response == nil)
  }

  @Test("lengths and heads that can't be are no more than what is there", arguments: [Int64.min, -1, .max])
  func impossible(size: Int64) async throws {
    let exchange = Exchange.sample(body: [1, 2], encodedBody: [3])
    let store = folder.store()
    try await store.write(exchange)
    try folder.execute("UPDATE exchange SET size = \(size)")
    try folder.execute(
      "UPDATE content SET responseFields = replace(hex(zeroblob(70000)), '00', 'a: b' || char(10)), requestFields = ':a'"
    )
    let whole = try #require(try await store.whole(exchange.id)).exchange
    #expect(whole.bodyLength == max(Int(size), 2))
    #expect((1...20_000).contains(whole.response?.headerFields.count ?? 0))
    #expect(!HTTPArchive([whole], creator: .init(name: "opx", version: "1")).utf8().isEmpty)
  }

  @Test("where nothing can be written the error says so", arguments: ["/proc/nowhere/opx", "/dev/null/opx"])
  func nowhere(place: String) async {
    let store = HistoryStore(path: "\(place)/history.sqlite")
    let error = await #expect(throws: HistoryError.self) { try await store.write(.sample()) }
    #expect(error?.description.hasPrefix("\(place) can't be made (") == true)
  }
}
