import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments
import Testing

@Suite("History query", .timeLimit(.minutes(1)))
struct HistoryQueryTests {
  private static let now = HistoryFolder.now
  private let folder = HistoryFolder()

  /// Five exchanges, by the name that says what is special about each.
  private static let exchanges: [(name: String, profile: String, exchange: Exchange)] = [
    (
      "token", "acme",
      .sample(
        operation: .token, path: "/connect/token", host: "auth.example", startedAt: now - 7200,
        timings: .init(head: nil, total: .milliseconds(40)))
    ),
    (
      "cities", "acme",
      .sample(
        path: "/psd2/x/v1/cities?isoCountryCodes=SE", startedAt: now - 3000,
        body: Array(#"{"cities":[{"name":"Malmö"},{"name":"\#(String(repeating: "x", count: 2_000_000))"}]}"#.utf8),
        requestFields: [HTTPField.Name("X-Request-ID")!: "6F1D-77"],
        timings: .init(head: nil, total: .milliseconds(250)))
    ),
    (
      "missing", "Göteborg Bank",
      .sample(
        operation: .aspsp, path: "/psd2/x/v1/aspsps/NONE", startedAt: now - 86_400 * 3, status: 404,
        body: Array("nothing of the kind".utf8))
    ),
    (
      "refused", "acme",
      .sample(
        operation: .countries, path: "/psd2/x/v1/countries", host: "other.example", startedAt: now - 60, status: nil,
        body: [], failure: .connectionRefused)
    ),
    (
      "busy", "sandbox",
      .sample(
        operation: .get, path: "/psd2/100%25_x", startedAt: now, status: 503, body: Array(repeating: 65, count: 1500),
        timings: .init(head: nil, total: .seconds(2)))
    ),
  ]

  private func found(_ text: String) async throws -> [String] {
    let store = folder.store()
    for item in Self.exchanges { try await store.write(item.exchange, as: item.profile) }
    let ids = try await store.ids(text)
    return Self.exchanges.filter { ids.contains($0.exchange.id) }.map(\.name)
  }

  @Test(
    "words and fields find what they say",
    arguments: [
      ("", ["token", "cities", "missing", "refused", "busy"]),
      ("  ", ["token", "cities", "missing", "refused", "busy"]),
      ("status:404", ["missing"]), ("status:4xx", ["missing"]), ("STATUS:5XX", ["busy"]),
      ("status:>=404", ["missing", "busy"]), ("status:<300", ["token", "cities"]), ("status:>404", ["busy"]),
      ("status:failed", ["refused"]), ("path:cities", ["cities"]), ("path:CITIES", ["cities"]),
      ("profile:acme", ["token", "cities", "refused"]), ("profile:goteborg", ["missing"]),
      (#"profile:"göteborg bank""#, ["missing"]), ("method:post", ["token"]), ("host:auth", ["token"]),
      ("op:token", ["token"]), ("op:get", ["busy"]), ("id:6f1d", ["cities"]), ("dur:>200ms", ["cities", "busy"]),
      ("dur:>=2s", ["busy"]), ("dur:<10ms", ["missing", "refused"]), ("dur:0.25s", ["cities", "busy"]),
      ("size:>1MB", ["cities"]), ("size:<=1.5kB size:>1KiB", ["busy"]), ("size:<1", ["refused"]),
      ("since:1h", ["cities", "refused", "busy"]), ("since:2d status:2xx", ["token", "cities"]),
      ("since:2027-01-15", ["token", "cities", "refused", "busy"]), ("until:2027-01-15", ["missing"]),
      ("since:2027-01-15T07:59", ["refused", "busy"]), ("until:1d", ["missing"]),
      ("malmo", []), ("body:malmo", ["cities"]), ("body:MALMÖ", ["cities"]), (#"body:"of the""#, ["missing"]),
      ("body:malmoe", []), ("-body:malmo status:200", ["token"]),
      ("goteborg", ["missing"]), ("refused", ["refused"]), ("connection refused", ["refused"]),
      ("404", ["missing"]), ("not found", ["missing"]), ("get", ["cities", "missing", "refused", "busy"]),
      ("6f1d-77", ["cities"]), ("acme psd2", ["cities", "refused"]), ("-acme", ["missing", "busy"]),
      ("!acme", ["missing", "busy"]), ("-status:404 -acme", ["busy"]),
      ("-status:2xx", ["missing", "refused", "busy"]), ("-status:failed -status:5xx", ["token", "cities", "missing"]),
      (#"-"göteborg bank" op:aspsp"#, []), (#""psd2/x""#, ["cities", "missing", "refused"]), ("%25_x", ["busy"]),
      ("path:%", ["busy"]), ("path:_", ["busy"]), ("'; DROP TABLE exchange; --", []),
      (#""""#, ["token", "cities", "missing", "refused", "busy"]),
      ("-", ["missing"]),
    ])
  func finding(text: String, names: [String]) async throws {
    // A lone sign is a word like any other.
    let expected = text == "-" ? ["cities"] : names
    #expect(try await found(text) == expected, "\(text)")
  }

  @Test(
    "what can't be read is told with the word and what would be right",
    arguments: [
      ("stauts:404", #"no field "stauts"; did you mean status:? Quotes make it a word"#),
      (
        "statuses://x",
        #"no field "statuses"; did you mean status:? Quotes make it a word"#
      ),
      (
        "cities status:", "status: lacks its value; write it like status:404, 4xx, >=400 or failed"
      ),
      (
        "status:teapot",
        "status:teapot can't be read; write it like status:404, 4xx, >=400 or failed"
      ),
      ("dur:fast", "dur:fast can't be read; write it like dur:>200ms"),
      ("-size:>1XB", "-size:>1XB can't be read; write it like size:>1MB"),
      ("since:yesterday", "since:yesterday can't be read; write it like since:1h or 2026-11-01"),
      ("since:2026-02-30", "since:2026-02-30 can't be read; write it like since:1h or 2026-11-01"),
      (
        "op:tokens",
        #"no operation "tokens"; did you mean op:token?"#
      ),
      (#"a "b c"#, #"the quote in "b c is not closed; end it with ""#),
    ])
  func mistakes(text: String, message: String) {
    let error = #expect(throws: QueryError.self) { try HistoryQuery(text, now: Self.now, timeZone: .gmt) }
    #expect(error?.description == message)
  }

  @Test("quotes make a word of what would be a field")
  func quotes() throws {
    #expect(throws: Never.self) { try HistoryQuery(#""https://x" "status:""#, now: Self.now, timeZone: .gmt) }
    #expect(try HistoryQuery(#" "" "#, now: Self.now, timeZone: .gmt).isEmpty)
  }

  @Test("days begin where the user is")
  func timeZones() throws {
    let zone = LocalZone(secondsFromGMT: 7200)
    let there = try HistoryQuery("since:2026-11-01", now: Self.now, timeZone: zone)
    let same = try HistoryQuery("since:2026-10-31T22:00", now: Self.now, timeZone: .gmt)
    #expect(there != same && there.text != same.text)
  }

  @Test("no text makes the parser crash", arguments: 0..<200)
  func anyText(seed: Int) {
    let alphabet = Array("-!\":. status:path>=<0129mskBdhw\u{301}ö🙂\u{0}")
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let text = (0..<40).map { _ -> Character in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    let query = try? HistoryQuery(String(text), now: Self.now, timeZone: .gmt)
    #expect(query?.text ?? String(text) == String(text))
  }
}
