import ExplorerStorage
import Foundation
import OpenPayments
import Testing

@Suite("Recording the history", .timeLimit(.minutes(1)))
struct HistoryRecorderTests {
  private let folder = HistoryFolder()

  private func recorder(_ settings: HistorySettings = HistorySettings()) -> HistoryRecorder {
    HistoryRecorder(store: folder.store(settings), settings: settings, run: UUID())
  }

  @Test("what is recorded is written in order, and nothing is there before the first")
  func order() async throws {
    let recorder = recorder()
    #expect(folder.names.isEmpty)
    let exchanges = (0..<1000).map { _ in Exchange.sample() }
    for exchange in exchanges { recorder.record(exchange, as: "acme") }
    await recorder.finish(within: .seconds(30))
    #expect(try await recorder.store.window(.all, count: 1000).rows.map(\.id) == exchanges.reversed().map(\.id))
    let records = try await recorder.store.records(exchanges.prefix(9).map(\.id))
    #expect(records.count == 9 && Set(records.map(\.run)).count == 1)
  }

  @Test("a private profile's exchanges are never written, nor anything when the history is off")
  func privacy() async throws {
    let settings = HistorySettings(privateProfiles: ["secretive"])
    let recorder = recorder(settings)
    recorder.record(.sample(), as: "secretive")
    await recorder.finish()
    #expect(folder.names.isEmpty)
    recorder.record(.sample(), as: "acme")
    recorder.record(.sample(), as: "secretive")
    await recorder.finish()
    #expect(try await recorder.store.window(.all, count: 9).rows.map(\.profile) == ["acme"])
    let off = self.recorder(HistorySettings(isOn: false))
    off.record(.sample(), as: "acme")
    await off.finish()
    #expect(try await recorder.store.count(.all) == 1)
  }

  @Test("what can't be written is told once, and nobody waits for it")
  func nowhere() async throws {
    let store = HistoryStore(path: "/proc/nowhere/opx/history.sqlite")
    let recorder = HistoryRecorder(store: store, settings: HistorySettings(), run: UUID())
    var events: [HistoryEvent] = []
    recorder.record(.sample(), as: "acme")
    await recorder.finish()
    recorder.record(.sample(), as: "acme")
    await recorder.finish()
    let good = Exchange.sample()
    recorder.record(good, as: "acme")
    for await event in recorder.events {
      events.append(event)
      break
    }
    #expect(events.count == 1)
    guard case .failed(let error)? = events.first else {
      Issue.record("nothing failed")
      return
    }
    #expect(error.description.contains("/proc/nowhere/opx can't be made"))
  }

  @Test("a file that was set aside is told, and so is every batch")
  func events() async throws {
    try folder.write(Data("this is no database, and it is long enough to tell that for sure".utf8))
    let recorder = recorder()
    recorder.record(.sample(), as: "acme")
    await recorder.finish()
    var events: [HistoryEvent] = []
    for await event in recorder.events {
      events.append(event)
      if events.count == 2 { break }
    }
    #expect(events.first == .written)
    #expect(events.last == .setAside("\(folder.path).damaged-20270115T080000Z"))
  }

  @Test("a cancelled run waits for its history all the same, but not for ever")
  func cancelled() async throws {
    let recorder = recorder()
    let exchange = Exchange.sample()
    let run = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      recorder.record(exchange, as: "acme")
      await recorder.finish()
    }
    await run.value
    #expect(try await recorder.store.window(.all, count: 9).rows.map(\.id) == [exchange.id])
    await recorder.finish(within: .zero)
  }
}
