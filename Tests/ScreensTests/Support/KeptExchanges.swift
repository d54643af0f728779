import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments

/// A history for pictures, in a folder of its own.
final class KeptExchanges: Sendable {
  private let folder = FileManager.default.temporaryDirectory.path + "/opx-history-" + UUID().uuidString
  let store: HistoryStore

  init() { store = HistoryStore(path: "\(folder)/history.sqlite", now: { TestScreen.start }) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Two days, two profiles, and what can become of a call.
  func fill() async throws {
    let start = TestScreen.start
    let token = exchange(.token, "/connect/token", at: start - 7200, took: 120, bytes: 112)
    let busy = exchange(.cities, Self.cities, at: start - 7199, status: 503, took: 40, bytes: 96, token: token)
    try await write("acme", exchange(.countries, Self.countries, at: start - 86_400 * 3, took: 12, bytes: 1122))
    try await write("acme", token, busy)
    try await write(
      "acme", exchange(.cities, Self.cities, at: start - 7198, took: 85, bytes: 547, token: token, previous: busy))
    try await write(
      "sandbox",
      exchange(
        .aspsp, "/psd2/aspspinformation/v1/aspsps/NONE\u{1B}[31m", at: start - 60, status: 404, took: 3, bytes: 80),
      exchange(
        .aspsps, "\(Self.aspsps)?cityIds=37efa883-c8ad-4ff7-927b-b11b02beb923", at: start - 9, took: 7, bytes: 2_545_000
      ),
      exchange(
        .get, "/psd2/consents", at: start - 5, status: nil, took: 10_000, bytes: 0, failure: .silent(.seconds(10))))
  }

  /// One more, to another host.
  func add(to host: String) async throws {
    try await write(
      "acme", exchange(.countries, Self.countries, of: host, at: TestScreen.start - 1, took: 9, bytes: 1122))
  }

  private static let countries = "/psd2/aspspinformation/v1/countries"
  private static let cities = "/psd2/aspspinformation/v1/cities?isoCountryCodes=SE"
  private static let aspsps = "/psd2/aspspinformation/v1/aspsps"

  private func write(_ profile: String, _ exchanges: Exchange...) async throws {
    try await store.write(exchanges.map { HistoryEntry($0, profile: profile, run: UUID()) })
  }

  private func exchange(
    _ operation: OpenPayments.Operation, _ path: String, of host: String = "api.example", at startedAt: Date,
    status: Int? = 200, took: Int, bytes: Int,
    failure: TransportFailure.Reason? = nil, token: Exchange? = nil, previous: Exchange? = nil
  ) -> Exchange {
    let isToken = operation == .token
    return Exchange(
      id: UUID(), operation: operation, startedAt: startedAt,
      request: HTTPRequest(
        method: isToken ? .post : .get, scheme: "https", authority: host, path: path),
      requestBody: [], response: status.map { HTTPResponse(status: .init(code: $0)) }, body: [], bodyLength: bytes,
      failure: failure, timings: .init(head: .milliseconds(took / 2), total: .milliseconds(took)), tokenExchange: token,
      previousTry: previous)
  }
}
