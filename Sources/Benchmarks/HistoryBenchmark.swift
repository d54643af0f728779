import ArgumentParser
import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments

/// Filters over a long history, beside counting it, which reads every row once.
struct HistoryBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Filters over a long history, beside one pass over all of it.")

  @Option(help: "Exchanges in the history.") var count = 100_000
  @Option(help: "Rounds of each query.") var rounds = 9

  func run() async throws {
    let folder = NSTemporaryDirectory() + "opx-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = HistoryStore(path: "\(folder)/history.sqlite", settings: HistorySettings(size: 1 << 40))
    let writing = try await ContinuousClock().measure { try await fill(store) }
    print("\(count) exchanges written in \(writing.milliseconds) ms, \((writing / count).microseconds) µs each")
    let floor = try await median(store, "")
    print("the newest of all, and their number: \(floor.milliseconds) ms")
    for query in [
      "status:404", "status:5xx", "-status:2xx", "path:aspsps", "profile:acme", "host:nowhere", "op:token", "id:6f1d",
      "dur:>200ms", "size:>1MB", "since:1h", "malmo", "acme 404 aspsps", "status:5xx path:cities profile:acme",
      "body:malmo",
    ] {
      let time = try await median(store, query)
      print("\(query): \(time.milliseconds) ms, ratio \(time.ratio(to: floor))")
    }
  }

  private func median(_ store: HistoryStore, _ text: String) async throws -> Duration {
    let query = try HistoryQuery(text, now: Date(), timeZone: .gmt)
    var times: [Duration] = []
    for _ in 0..<rounds {
      times.append(try await ContinuousClock().measure { _ = try await store.window(query, count: 300) })
    }
    return times.median
  }

  private func fill(_ store: HistoryStore) async throws {
    let run = UUID()
    let start = Date().addingTimeInterval(-86_400)
    for first in stride(from: 0, to: count, by: 200) {
      let entries = (first..<min(first + 200, count)).map { number in
        HistoryEntry(
          Self.exchange(number, at: start.addingTimeInterval(Double(number) * 86_400 / Double(count))),
          profile: number % 7 == 0 ? "acme" : "environment", run: run)
      }
      try await store.write(entries)
    }
  }

  private static func exchange(_ number: Int, at startedAt: Date) -> Exchange {
    let operation: OpenPayments.Operation = number % 20 == 0 ? .token : number % 3 == 0 ? .cities : .aspsps
    let path = "/psd2/aspspinformation/v1/\(operation.rawValue)?isoCountryCodes=SE&page=\(number)"
    let body = #"{"aspsps":[{"bicFi":"HANDSESS","name":"Handelsbanken, \#(number), Göteborg"}]}"#
    let status = number % 50 == 0 ? 404 : number % 97 == 0 ? 503 : 200
    return Exchange(
      id: UUID(), operation: operation, startedAt: startedAt,
      request: HTTPRequest(
        method: .get, scheme: "https", authority: "api.sandbox.openbankingplatform.com", path: path,
        headerFields: [.accept: "application/json", .authorization: "Bearer \(Secret.mask)"]),
      requestBody: [], response: HTTPResponse(status: .init(code: status)), body: Array(body.utf8), failure: nil,
      timings: .init(head: .milliseconds(3), total: .milliseconds(number % 300)), tokenExchange: nil)
  }
}
