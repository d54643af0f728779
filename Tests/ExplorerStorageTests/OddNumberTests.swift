import ExplorerStorage
import Foundation
import OpenPayments
import Testing

@Suite("Odd numbers in kept files")
struct OddNumberTests {
  private static let numbers = ["1e300", "-1e300", "1e999", "-1e999", "1e19", "-62135596801", "253402300800", "0.5"]

  @Test("when a profile was used last is read, and written again with the next one", arguments: numbers)
  func uses(number: String) throws {
    let folder = Folder()
    folder.write("{\"acme\":\(number),\"old\":100}", to: "uses.json", mode: 0o600)
    let uses = ProfileUses(path: folder.path("uses.json"))
    #expect(try #require(uses.read()["acme"]).timeIntervalSince1970.magnitude < 3e11)
    uses.note("new", at: Date(timeIntervalSince1970: 1_800_000_000))
    #expect(Set(uses.read().keys) == ["acme", "old", "new"])
    #expect(uses.read()["old"] == Date(timeIntervalSince1970: 100))
    uses.note("new", at: Date(timeIntervalSince1970: try #require(Double(number))))
    #expect(try #require(uses.read()["new"]).timeIntervalSince1970.magnitude < 3e11)
  }

  @Test("the history lists, shows and trims rows whatever their numbers are", arguments: numbers)
  func history(number: String) async throws {
    let folder = HistoryFolder()
    let exchange = Exchange.sample()
    try await folder.store().write(exchange, .sample(failure: .silent(.seconds(1))))
    for (total, stored) in [("9223372036854775807", "-9223372036854775808"), ("-9223372036854775808", "0")] {
      try folder.execute(
        """
        UPDATE exchange SET startedAt = \(number), total = \(total), size = \(total), stored = \(stored);
        UPDATE exchange SET failureDetail = '\(total)' WHERE failureDetail IS NOT NULL;
        UPDATE content SET turn = \(total), sent = \(total), head = \(total)
        """)
      let store = folder.store()
      let row = try #require(try await store.whole(exchange.id)?.row)
      #expect(row.startedAt.timeIntervalSince1970.magnitude < 3e11)
      #expect(row.duration >= .zero && row.duration < .seconds(1e10) && row.size >= 0)
      #expect(try await store.ids("since:2026-01-01 dur:>1ms").count <= 2)
    }
    let small = folder.store(HistorySettings(days: 36_500, size: 1))
    try await small.trim()
    #expect(try await small.ids().isEmpty)
  }
}
