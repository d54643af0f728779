import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments

extension Exchange {
  static func sample(
    id: UUID = UUID(), operation: OpenPayments.Operation = .cities, path: String = "/psd2/x/v1/cities",
    host: String = "api.example", startedAt: Date = HistoryFolder.now, status: Int? = 200, httpVersion: String? = nil,
    fields: HTTPFields = [.contentType: "application/json"], body: [UInt8] = Array(#"{"cities":[]}"#.utf8),
    encodedBody: [UInt8]? = nil, requestFields: HTTPFields = [:], requestBody: String = "",
    codingProblem: UnusableAnswer? = nil, failure: TransportFailure.Reason? = nil, timings: Timings? = nil,
    token: Exchange? = nil, previous: Exchange? = nil
  ) -> Exchange {
    Exchange(
      id: id, operation: operation, startedAt: startedAt,
      request: HTTPRequest(
        method: operation == .token ? .post : .get, scheme: "https", authority: host, path: path,
        headerFields: requestFields),
      requestBody: Array(requestBody.utf8),
      response: status.map { HTTPResponse(status: $0 == 404 ? .notFound : .init(code: $0), headerFields: fields) },
      httpVersion: httpVersion, body: body,
      encodedBody: encodedBody, codingProblem: codingProblem, failure: failure,
      timings: timings ?? Timings(head: .milliseconds(3), total: .milliseconds(5)), tokenExchange: token,
      previousTry: previous)
  }
}

extension HistoryStore {
  /// Writes them in this order, under one profile.
  func write(_ exchanges: Exchange..., as profile: String = "acme") async throws {
    let run = UUID()
    try await write(exchanges.map { HistoryEntry($0, profile: profile, run: run) })
  }

  func ids(_ query: String = "") async throws -> [UUID] {
    let query = try HistoryQuery(query, now: HistoryFolder.now, timeZone: .gmt)
    return try await window(query, count: 1000).rows.map(\.id)
  }

  func whole(_ id: UUID) async throws -> HistoryRecord? { try await records([id]).first }
}
