import Crypto
import FoundationEssentials
import GRDB
import HTTPTypes
import OpenPayments

/// An exchange as the file holds it: sensitive fields masked once more, and of a large body its length and hash.
struct StoredExchange: Sendable {
  /// Larger bodies are not kept.
  static let bodyLimit = 4 * 1024 * 1024

  private let entry: HistoryEntry
  private let path: String
  private let requestFields: String
  private let requestBody: Data
  private let responseFields: String?
  private let body: Data?
  private let encodedBody: Data?
  private let bodyHash: Data?
  /// About how many bytes it takes in the file.
  let size: Int

  init(_ entry: HistoryEntry) {
    let exchange = entry.exchange
    self.entry = entry
    path = ParameterMasking.masked(url: exchange.request.path ?? "")
    requestFields = SensitiveNames.masked(exchange.request.headerFields).lines
    requestBody = Data(SensitiveNames.masked(requestBody: exchange.requestBody))
    responseFields = exchange.response.map { head in
      [exchange.httpVersion, SensitiveNames.masked(head.headerFields).lines].compactMap { $0 }.joined(separator: "\n")
    }
    let isToken = exchange.operation == .token
    if exchange.bodyLength <= Self.bodyLimit {
      let bytes =
        isToken ? SensitiveNames.masked(tokenAnswer: exchange.body, status: exchange.status) : exchange.body
      // Bytes without what they meant are those that could not be decompressed.
      let isEncoded = exchange.codingProblem != nil
      body = isEncoded ? nil : bytes.map { Data($0) }
      encodedBody = isToken ? nil : (isEncoded ? bytes : exchange.encodedBody).map { Data($0) }
      bodyHash = nil
    } else {
      body = nil
      encodedBody = nil
      bodyHash = exchange.body.isEmpty || isToken ? nil : Data(SHA256.hash(data: exchange.body))
    }
    size =
      600 + 2 * path.utf8.count + requestFields.utf8.count + requestBody.count + (responseFields?.utf8.count ?? 0)
      + (body?.count ?? 0) + (encodedBody?.count ?? 0)
  }

  /// - Returns: whether it was not there yet.
  func insert(into db: Database) throws -> Bool {
    let exchange = entry.exchange
    let timings = exchange.timings
    let failure = exchange.failure?.stored
    try db.execute(
      literal: """
        INSERT OR IGNORE INTO exchange (
          id, profile, foldedProfile, operation, startedAt, method, host, path, requestID, status, failure,
          failureDetail, total, size, stored)
        VALUES (
          \(exchange.id.text), \(entry.profile), \(TextFolding.folded(entry.profile)), \(exchange.operation.rawValue),
          \(exchange.startedAt.timeIntervalSince1970), \(exchange.request.method.rawValue),
          \(exchange.request.authority ?? ""), \(path), \(exchange.requestID), \(exchange.status), \(failure?.kind),
          \(failure?.detail), \(timings.total.nanoseconds), \(exchange.bodyLength), \(size))
        """)
    guard db.changesCount > 0 else { return false }
    let number = db.lastInsertedRowID
    try db.execute(literal: "INSERT INTO search (number, words) VALUES (\(number), \(words))")
    try db.execute(
      literal: """
        INSERT INTO content (
          number, run, scheme, reason, turn, sent, reusedConnection, head, tokenID, previousID, requestFields,
          requestBody, responseFields, body, encodedBody, bodyHash)
        VALUES (
          \(number), \(entry.run.text), \(exchange.request.scheme ?? ""), \(exchange.response?.status.reasonPhrase),
          \(timings.turn.nanoseconds), \(timings.sent?.nanoseconds), \(timings.reusedConnection),
          \(timings.head?.nanoseconds), \(exchange.tokenExchange?.id.text), \(exchange.previousTry?.id.text),
          \(requestFields), \(requestBody), \(responseFields), \(body), \(encodedBody), \(bodyHash))
        """)
    return true
  }

  /// All that a bare word of a query looks through.
  private var words: String {
    let exchange = entry.exchange
    let status = exchange.response?.status
    let parts = [
      exchange.operation.rawValue, exchange.request.method.rawValue, exchange.request.authority, path, entry.profile,
      status?.text, exchange.failure?.words, exchange.requestID,
    ]
    return TextFolding.folded(parts.compactMap { $0 }.joined(separator: "\n"))
  }
}

extension Exchange {
  /// The version stands on a line of its own before an answer's fields. It has no colon, so it is passed over where fields
  /// are read, as programs did that didn't know of it.
  static func httpVersion(lines: String) -> String? {
    let first = lines.prefix { $0 != "\n" }
    return first.hasPrefix("HTTP/") && first.utf8.count <= 8 ? String(first) : nil
  }
}

extension HTTPFields {
  /// One field a line; HTTP has no line breaks inside of them.
  var lines: String { map { "\($0.name.rawName): \($0.value)" }.joined(separator: "\n") }

  /// As many as a message has at most; with 65 536 HTTPTypes would end the program, and a file can hold anything.
  private static let most = 10_000

  init(lines: String) {
    self.init()
    for line in lines.split(separator: "\n").prefix(Self.most) {
      let name = line.prefix { $0 != ":" }
      guard let name = HTTPField.Name(String(name)), line.count > name.rawName.count else { continue }
      append(HTTPField(name: name, value: String(line.dropFirst(name.rawName.count + 1).drop { $0 == " " })))
    }
  }
}
