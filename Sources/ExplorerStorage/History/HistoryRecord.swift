public import FoundationEssentials
import GRDB
import HTTPTypes
public import OpenPayments

/// An exchange of the history, whole again: with its token call and the tries before it, as far as they are kept.
public struct HistoryRecord: Sendable, Hashable, Identifiable {
  public let row: HistoryRow
  public let exchange: Exchange
  /// Of the program; nil if the file doesn't say it any more.
  public let run: UUID?
  /// SHA-256 of a body that was too large to be kept.
  public let bodyHash: [UInt8]?

  public var id: UUID { row.id }
}

/// Makes exchanges again from the file, each once, so that two calls under one token share it.
struct HistoryReader {
  /// More tries and token calls than ever stand behind one call; a file can hold anything.
  private static let deepest = 16

  private let db: Database
  private var known: [String: HistoryRecord] = [:]

  init(_ db: Database) { self.db = db }

  mutating func record(_ id: UUID) throws -> HistoryRecord? { try record(id.text, depth: 0) }

  private mutating func record(_ id: String, depth: Int) throws -> HistoryRecord? {
    if let known = known[id] { return known }
    guard depth < Self.deepest else { return nil }
    let query: SQL = "SELECT * FROM exchange JOIN content USING (number) WHERE id = \(id)"
    guard let row = try Row.fetchOne(db, SQLRequest(literal: query)), let listed = HistoryRow(row) else { return nil }
    let token = try row.text("tokenID").flatMap { try record($0, depth: depth + 1) }
    let previous = try row.text("previousID").flatMap { try record($0, depth: depth + 1) }
    let whole = HistoryRecord(
      row: listed,
      exchange: Exchange(row, listed, tokenExchange: token?.exchange, previousTry: previous?.exchange),
      run: row.id("run"), bodyHash: row.bytes("bodyHash"))
    known[id] = whole
    return whole
  }
}

extension Exchange {
  fileprivate convenience init(_ row: Row, _ listed: HistoryRow, tokenExchange: Exchange?, previousTry: Exchange?) {
    let request = HTTPRequest(
      method: HTTPRequest.Method(rawValue: listed.method) ?? .get, scheme: row.text("scheme"), authority: listed.host,
      path: listed.path, headerFields: HTTPFields(lines: row.text("requestFields") ?? ""))
    let response = listed.status.flatMap { code in
      (0...999).contains(code)
        ? HTTPResponse(
          status: HTTPResponse.Status(code: code, reasonPhrase: row.text("reason") ?? ""),
          headerFields: HTTPFields(lines: row.text("responseFields") ?? "")) : nil
    }
    var (body, encodedBody) = (row.bytes("body") ?? [], row.bytes("encodedBody"))
    var problem: UnusableAnswer?
    if let received = encodedBody, body.isEmpty, let response {
      problem = Exchange.codingProblem(of: received, in: response)
      if problem != nil { (body, encodedBody) = (received, nil) }
    }
    self.init(
      id: listed.id, operation: listed.operation, startedAt: listed.startedAt, request: request,
      requestBody: row.bytes("requestBody") ?? [], response: response,
      httpVersion: response.flatMap { _ in Self.httpVersion(lines: row.text("responseFields") ?? "") }, body: body,
      bodyLength: listed.size, encodedBody: encodedBody, codingProblem: problem, failure: listed.failure,
      timings: Timings(
        turn: row.duration("turn") ?? .zero, sent: row.duration("sent"),
        reusedConnection: row.value("reusedConnection"),
        head: row.duration("head"), total: listed.duration),
      tokenExchange: tokenExchange, previousTry: previousTry)
  }
}
