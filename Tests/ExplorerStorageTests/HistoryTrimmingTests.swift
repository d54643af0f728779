import ExplorerStorage
import Foundation
import OpenPayments
import Testing

@Suite("Trimming the history", .timeLimit(.minutes(1)))
struct HistoryTrimmingTests {
  private let folder = HistoryFolder()

  private var fileSize: Int {
    (try? FileManager.default.attributesOfItem(atPath: folder.path)[.size] as? Int) ?? 0
  }

  @Test("exchanges past the age go, whenever something is written")
  func age() async throws {
    let old = (1...1200).map { Exchange.sample(startedAt: HistoryFolder.now - 86_400 * 7 - Double($0)) }
    let young = Exchange.sample(startedAt: HistoryFolder.now - 86_400 * 7 + 1)
    let store = folder.store(HistorySettings(days: 8))
    try await store.write(old.map { HistoryEntry($0, profile: "acme", run: UUID()) })
    try await store.write(young)
    #expect(try await store.count(.all) == 1201)
    let stricter = folder.store(HistorySettings(days: 7))
    let latest = Exchange.sample()
    try await stricter.write(latest)
    #expect(try await stricter.ids() == [latest.id, young.id])
  }

  @Test("the oldest go when all together take too much, and the file shrinks")
  func size() async throws {
    let body = [UInt8](repeating: 0x61, count: 50_000)
    let exchanges = (0..<100).map { _ in Exchange.sample(body: body) }
    let store = folder.store()
    for exchange in exchanges { try await store.write(exchange) }
    let smaller = folder.store(HistorySettings(size: 1_048_576))
    let latest = Exchange.sample(body: body)
    try await smaller.write(latest)
    let left = try await smaller.ids()
    #expect(left.first == latest.id)
    #expect(Array(left.dropFirst()) == Array(exchanges.map(\.id).suffix(left.count - 1).reversed()))
    #expect((10...20).contains(left.count))
    try folder.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(fileSize <= 1_048_576)
  }

  @Test("the limit holds over a long run, without a look at every write")
  func longRun() async throws {
    let store = folder.store(HistorySettings(size: 1_048_576))
    for _ in 0..<300 { try await store.write(.sample(body: [UInt8](repeating: 1, count: 20_000))) }
    try folder.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(fileSize < 1_048_576 * 5 / 4)
    #expect(try await store.count(.all) > 20)
  }

  @Test("copies that write and trim at once lose nothing that should stay")
  func together() async throws {
    let stores = (0..<6).map { _ in folder.store() }
    let ids = try await withThrowingTaskGroup(of: [UUID].self) { group in
      for store in stores {
        group.addTask {
          var ids: [UUID] = []
          for number in 0..<40 {
            let exchange = Exchange.sample()
            try await store.write(exchange)
            if number % 8 == 0 { try await store.trim() }
            ids.append(exchange.id)
          }
          return ids
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(try await Set(stores[0].ids()) == Set(ids))
    #expect(ids.count == 240)
  }
}
