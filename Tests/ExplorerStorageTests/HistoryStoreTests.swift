import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments
import Testing

@Suite("History store", .timeLimit(.minutes(1)))
struct HistoryStoreTests {
  private let folder = HistoryFolder()

  @Test("an exchange comes back as it was: heads, bodies, timings, its token call and the tries before")
  func roundTrip() async throws {
    let token = Exchange.sample(operation: .token, path: "/connect/token", requestBody: "scope=a+b")
    let first = Exchange.sample(status: 503, body: [], token: token)
    let timings = Exchange.Timings(
      turn: .microseconds(7), sent: .milliseconds(1), reusedConnection: true, head: .milliseconds(2),
      total: .nanoseconds(3_000_001))
    let exchange = Exchange.sample(
      operation: .aspsp, path: "/psd2/x?a=b%20c", status: 200,
      fields: [.contentType: "application/json", .server: "a: b", .setCookie: ""], body: [0, 255, 10],
      encodedBody: [31, 139],
      requestFields: [.accept: "application/json", HTTPField.Name("X-Request-ID")!: "6f1d", .accept: "text/plain"],
      timings: timings, token: token, previous: first)
    let store = folder.store()
    try await store.write(token, first, exchange)
    let record = try #require(await store.whole(exchange.id))
    let kept = record.exchange
    #expect(kept.id == exchange.id && kept.operation == .aspsp && kept.startedAt == exchange.startedAt)
    #expect(kept.request == exchange.request && kept.url == exchange.url)
    #expect(kept.response?.status == exchange.response?.status)
    #expect(kept.response?.headerFields[.server] == "a: b")
    #expect(kept.body == [0, 255, 10] && kept.encodedBody == [31, 139] && kept.bodyLength == 3)
    #expect(kept.timings == timings && kept.failure == nil)
    #expect(kept.tokenExchange?.id == token.id && kept.previousTry?.id == first.id)
    #expect(kept.tokenExchange === kept.previousTry?.tokenExchange, "the two calls don't share their token's")
    #expect(record.row.profile == "acme" && record.row.requestID == "6f1d" && record.row.status == 200)
    #expect(record.row.duration == timings.total && record.row.size == 3)
  }

  @Test(
    "every way to fail comes back with what it holds",
    arguments: [
      TransportFailure.Reason.hostNotFound, .connectionRefused, .noConnection("no route"), .silent(.seconds(10)),
      .tooSlow(.milliseconds(1500)), .untrustedCertificate("expired"), .tls("alert"), .notHTTP, .cutShort,
      .tooLarge(limit: 77), .proxy("407"), .proxyRefused("no"), .cancelled, .other("x"),
      .malformed(MalformedAnswer(.twoLengths, line: 3, text: "2 and 3")), .malformed(MalformedAnswer(.chunk)),
    ])
  func failures(_ reason: TransportFailure.Reason) async throws {
    let exchange = Exchange.sample(status: nil, body: [], failure: reason)
    let store = folder.store()
    try await store.write(exchange)
    let kept = try #require(await store.whole(exchange.id)).exchange
    #expect(kept.failure == reason && kept.response == nil)
  }

  @Test("for an archive comes what a query finds with its token calls and tries, in the order of time, each once")
  func archive() async throws {
    func at(_ second: Double) -> Date { HistoryFolder.now + second }
    let token = Exchange.sample(operation: .token, path: "/connect/token", startedAt: at(0))
    let gone = Exchange.sample(operation: .token, path: "/connect/token", startedAt: at(1))
    let first = Exchange.sample(path: "/x", startedAt: at(2), status: 503, token: token)
    let second = Exchange.sample(path: "/x", startedAt: at(3), status: 503, token: token, previous: first)
    let third = Exchange.sample(path: "/x", startedAt: at(5), status: 200, token: token, previous: second)
    let other = Exchange.sample(path: "/y", startedAt: at(4), status: 404, token: gone)
    let store = folder.store()
    // As they may come from several programs.
    try await store.write(third, other, second, gone, first, token)
    try await store.delete([gone.id])
    func ids(_ query: String, count: Int? = nil) async throws -> [UUID] {
      try await store.archive(HistoryQuery(query, now: HistoryFolder.now, timeZone: .gmt), count: count)
    }
    #expect(try await ids("status:200") == [token.id, first.id, second.id, third.id])
    #expect(try await ids("path:/y") == [other.id])
    #expect(try await ids("") == [token.id, first.id, second.id, other.id, third.id])
    #expect(try await ids("op:cities", count: 1) == [token.id, first.id])
    #expect(try await ids("path:/z").isEmpty)
  }

  @Test(
    "the version of an answer is kept, and one that no program wrote down is not known", arguments: ["HTTP/1.0", nil])
  func httpVersion(_ version: String?) async throws {
    for fields in [[.server: "x"], [:]] as [HTTPFields] {
      let exchange = Exchange.sample(httpVersion: version, fields: fields)
      let store = folder.store()
      try await store.write(exchange)
      let kept = try #require(await store.whole(exchange.id)).exchange
      #expect(kept.httpVersion == version && kept.response?.headerFields == fields)
    }
  }

  @Test("a body that could not be decompressed comes back as received, with the reason", arguments: ["gzip", "br"])
  func undecoded(coding: String) async throws {
    let problem: UnusableAnswer = coding == "br" ? .compressed(coding) : .brokenCompression(coding)
    let exchange = Exchange.sample(fields: [.contentEncoding: coding], body: [1, 2, 3], codingProblem: problem)
    let store = folder.store()
    try await store.write(exchange)
    let kept = try #require(await store.whole(exchange.id)).exchange
    #expect(kept.body == [1, 2, 3] && kept.bodyLength == 3 && kept.encodedBody == nil)
    #expect(kept.codingProblem == problem)
  }

  @Test("of a body over 4 MiB the length and the SHA-256 are kept")
  func largeBody() async throws {
    let edge = Exchange.sample(body: [UInt8](repeating: 7, count: 4 * 1_048_576))
    let over = Exchange.sample(body: [UInt8](repeating: 0x61, count: 4 * 1_048_576 + 1))
    let store = folder.store()
    try await store.write(edge, over)
    #expect(try await store.whole(edge.id)?.exchange.body == edge.body)
    let record = try #require(await store.whole(over.id))
    #expect(record.exchange.body.isEmpty && record.exchange.bodyLength == 4 * 1_048_576 + 1)
    let hash = record.bodyHash.map { $0.map { String(format: "%02x", $0) }.joined() }
    #expect(hash == "acd560a1e1d523c090ab93aed616d154b7b5e8206a153cced729d83f2c7dcfc3")
  }

  @Test("folder and files are their owner's alone, and so is a file that was open to others")
  func privacy() async throws {
    let store = folder.store()
    try await store.write(.sample())
    #expect(try folder.mode(folder.folder) == 0o700)
    for name in folder.names { #expect(try folder.mode("\(folder.folder)/\(name)") == 0o600, "\(name)") }
    #expect(folder.names.contains("history.sqlite"))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path)
    _ = try await folder.store().ids()
    #expect(try folder.mode(folder.path) == 0o600)
  }

  @Test("an exchange recorded twice is there once")
  func twice() async throws {
    let exchange = Exchange.sample()
    let store = folder.store()
    try await store.write(exchange, exchange)
    try await store.write(exchange)
    #expect(try await store.ids() == [exchange.id])
  }

  @Test("windows are cut from a list that stays as it was while others write")
  func windows() async throws {
    let exchanges = (0..<10).map { _ in Exchange.sample() }
    let store = folder.store()
    for exchange in exchanges { try await store.write(exchange) }
    let first = try await store.window(.all, count: 3)
    #expect(first.rows.map(\.id) == exchanges.suffix(3).reversed().map(\.id))
    #expect(first.total == 10 && first.offset == 0)
    let late = Exchange.sample()
    try await folder.store().write(late)
    let second = try await store.window(.all, offset: 3, count: 3, upTo: first.newest)
    #expect(second.rows.map(\.id) == exchanges[4...6].reversed().map(\.id))
    #expect(second.total == 10 && second.newest == first.newest)
    let newer = try await store.newer(than: first.newest, .all, count: 100)
    #expect(newer.rows.map(\.id) == [late.id] && newer.newest > first.newest)
    #expect(try await store.newer(than: newer.newest, .all, count: 100).rows.isEmpty)
  }

  @Test("an id can be told by its beginning")
  func prefixes() async throws {
    let ids = ["6f1d0000", "6f1e0000"].compactMap { UUID(uuidString: "\($0)-0000-4000-8000-000000000000") }
    let store = folder.store()
    for id in ids { try await store.write(.sample(id: id)) }
    #expect(try await store.ids(beginning: "6F1D") == [ids[0]])
    #expect(try await store.ids(beginning: "6f1").count == 2)
    #expect(try await store.ids(beginning: "%").isEmpty)
  }

  @Test("what is deleted is gone, bodies and all; what a query finds, or what was named")
  func deleting() async throws {
    let (one, two, three) = (
      Exchange.sample(body: Array("first-secretless-body".utf8)), Exchange.sample(status: 404), Exchange.sample()
    )
    let store = folder.store()
    try await store.write(one, two, three)
    #expect(try await store.delete([one.id, UUID()]) == 1)
    #expect(try await store.ids() == [three.id, two.id])
    #expect(try await store.delete(HistoryQuery("status:4xx", now: HistoryFolder.now, timeZone: .gmt)) == 1)
    #expect(try await store.whole(one.id) == nil)
    #expect(try await store.delete(.all) == 1)
    #expect(try await store.ids().isEmpty)
  }

  @Test("links that go round in a circle, or lead nowhere, end")
  func circles() async throws {
    let (one, two) = (Exchange.sample(), Exchange.sample())
    let store = folder.store()
    try await store.write(one, two)
    try folder.execute(
      "UPDATE content SET tokenID = (SELECT min(id) FROM exchange), previousID = (SELECT max(id) FROM exchange)")
    #expect(try await store.whole(one.id)?.exchange.id == one.id)
    try folder.execute("UPDATE content SET tokenID = 'gone', previousID = NULL")
    #expect(try await store.whole(one.id)?.exchange.tokenExchange == nil)
  }
}
