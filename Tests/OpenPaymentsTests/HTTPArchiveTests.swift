import Foundation
import HTTPTypes
import JSONText
import OpenPayments
import Testing

@Suite("HTTP archives")
struct HTTPArchiveTests {
  private func entries(_ exchanges: [Exchange]) throws -> [JSONValue] {
    let bytes = HTTPArchive(exchanges, creator: .init(name: "opx", version: "1")).utf8()
    let document = JSONDocument(bytes)
    #expect(document.error == nil)
    let log = try #require(document.root?["log"])
    #expect(log["version"]?.string == "1.2")
    #expect(log["creator"]?["name"]?.string == "opx" && log["creator"]?["version"]?.string == "1")
    let entries = Array(try #require(log["entries"]).elements)
    for entry in entries { expectValid(entry) }
    return entries
  }

  /// What HAR 1.2 asks of every entry: which members there are, and of what type.
  private func expectValid(_ entry: JSONValue, _ location: SourceLocation = #_sourceLocation) {
    func expect(_ value: JSONValue?, _ members: KeyValuePairs<String, JSONValue.Kind>) {
      for (name, kind) in members { #expect(value?[name]?.kind == kind, "\(name)", sourceLocation: location) }
    }
    expect(
      entry,
      [
        "startedDateTime": .string, "time": .number, "request": .object, "response": .object, "cache": .object,
        "timings": .object,
      ])
    expect(
      entry["request"],
      [
        "method": .string, "url": .string, "httpVersion": .string, "cookies": .array, "headers": .array,
        "queryString": .array, "headersSize": .number, "bodySize": .number,
      ])
    expect(
      entry["response"],
      [
        "status": .number, "statusText": .string, "httpVersion": .string, "cookies": .array, "headers": .array,
        "content": .object, "redirectURL": .string, "headersSize": .number, "bodySize": .number,
      ])
    expect(entry["response"]?["content"], ["size": .number, "mimeType": .string])
    for list in [entry["request"]?["headers"], entry["request"]?["queryString"], entry["response"]?["headers"]] {
      for pair in list?.elements.map({ $0 }) ?? [] { expect(pair, ["name": .string, "value": .string]) }
    }
    if let post = entry["request"]?["postData"] {
      expect(post, ["mimeType": .string])
      #expect((post["params"] == nil) != (post["text"] == nil), sourceLocation: location)
    }
    let timings = entry["timings"]
    for name in ["send", "wait", "receive"] {
      #expect(timings?[name].flatMap { Double($0.text) }.map { $0 >= 0 } == true, "\(name)", sourceLocation: location)
    }
    let parts = ["blocked", "dns", "connect", "send", "wait", "receive"]
    let known = parts.compactMap { timings?[$0].flatMap { Double($0.text) } }.filter { $0 >= 0 }
    let time = entry["time"].flatMap { Double($0.text) } ?? -1
    #expect(abs(known.reduce(0, +) - time) < 0.000_1, sourceLocation: location)
    let moment = entry["startedDateTime"]?.string ?? ""
    #expect(
      moment.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(moment)", sourceLocation: location)
  }

  @Test("the token call, the tries and the call are entries of their own in the order of time, each once")
  func order() async throws {
    let fixture = try Fixture(
      .psd2,
      [
        .token(), StubAnswer(Target.countries, status: 503), StubAnswer(Target.countries, #"{"countries":[]}"#),
        StubAnswer("GET /x?a=%C3%A5&b", "1"),
      ])
    let countries = try await fixture.client.countries()
    fixture.time.advance(by: .seconds(60))
    let other = try await fixture.client.get("/x?a=å&b")
    for exchanges in [[other, countries.exchange], fixture.exchanges.entries, [countries.exchange, other, other]] {
      let entries = try entries(exchanges)
      #expect(entries.map { $0["_operation"]?.string } == ["token", "countries", "countries", "get"])
      #expect(entries.map { $0["response"]?["status"]?.text } == ["200", "503", "200", "200"])
      #expect(entries[2]["comment"]?.string == "try 2")
      #expect(entries[2]["_requestId"]?.string == countries.exchange.id.uuidString.lowercased())
      let query = entries[3]["request"]?["queryString"]?.elements.map {
        "\($0["name"]?.string ?? "")=\($0["value"]?.string ?? "")"
      }
      #expect(query == ["a=å", "b="])
    }
  }

  @Test("no secret and no token is in it, and what is sensitive by its name is masked even if it was recorded")
  func secrets() async throws {
    let fixture = try Fixture(.psd2, [.token("t0ken-of-sixteen-bytes"), StubAnswer("GET /x", "{}")])
    let call = try await fixture.client.get("/x")
    let careless = Exchange(
      id: UUID(number: 99), operation: .token, startedAt: call.startedAt,
      request: HTTPRequest(
        method: .post, scheme: "https", authority: "a", path: "/t?access_token=leak&x=1",
        headerFields: [
          .contentType: "application/x-www-form-urlencoded", .authorization: "Basic leak", .cookie: "leak=1",
        ]), requestBody: Array("client_id=me&client_secret=leak".utf8),
      response: HTTPResponse(status: .ok, headerFields: [.setCookie: "leak"]),
      body: Array(#"{"access_token":"leak","scope":"a"}"#.utf8), failure: nil,
      timings: .init(head: .zero, total: .zero), tokenExchange: nil)
    let text = String(
      decoding: HTTPArchive([call, careless], creator: .init(name: "", version: "")).utf8(), as: UTF8.self)
    #expect(!text.contains("leak") && !text.contains("t0ken-of-sixteen-bytes") && !text.contains("s3cr"))
    #expect(text.contains("Basic \(Secret.mask)") && text.contains("\"scope\\\":\\\"a\\\""))
    _ = try entries([call, careless])
  }

  @Test("a body that is no text is in base64, one that was not kept is said to be so")
  func bodies() throws {
    func exchange(_ body: [UInt8], encoded: [UInt8]? = nil) -> Exchange {
      Exchange(
        id: UUID(), operation: .get, startedAt: .distantPast,
        request: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/"),
        requestBody: [], response: HTTPResponse(status: .ok, headerFields: [.contentType: "image/png"]), body: body,
        encodedBody: encoded, failure: nil, timings: .init(head: .zero, total: .zero), tokenExchange: nil)
    }
    let entries = try entries([
      exchange([0xFF, 0xFE]), exchange(Array("åä".utf8), encoded: [1]), exchange([1, 2, 3]).withoutBody(),
    ])
    let contents = entries.compactMap { $0["response"]?["content"] }
    #expect(contents[0]["text"]?.string == "//4=" && contents[0]["encoding"]?.string == "base64")
    #expect(contents[1]["text"]?.string == "åä" && contents[1]["encoding"] == nil)
    #expect(contents[1]["size"]?.text == "4" && contents[1]["compression"]?.text == "3")
    #expect(entries[1]["response"]?["bodySize"]?.text == "1")
    #expect(contents[2]["text"] == nil && contents[2]["size"]?.text == "3")
    #expect(contents[2]["comment"]?.string == "the body of 3 bytes was not kept")
  }

  @Test(
    "the phases are those of the call, -1 where they can't be told apart",
    arguments: [
      (
        Exchange.Timings(
          turn: .milliseconds(1), sent: .milliseconds(4), reusedConnection: false, head: .milliseconds(9),
          total: .microseconds(10_500)),
        ["1.000", "3.000", "5.000", "1.500"]
      ),
      (
        .init(
          turn: .milliseconds(1), sent: .milliseconds(4), reusedConnection: true, head: .milliseconds(9),
          total: .milliseconds(10)),
        ["4.000", "-1", "5.000", "1.000"]
      ),
      (.init(head: .milliseconds(9), total: .milliseconds(10)), ["0.000", "-1", "9.000", "1.000"]),
      (.init(turn: .milliseconds(2), head: nil, total: .milliseconds(10)), ["2.000", "-1", "8.000", "0.000"]),
    ])
  func timings(timings: Exchange.Timings, expected: [String]) throws {
    let failed = Exchange(
      id: UUID(), operation: .get, startedAt: .distantPast,
      request: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/"),
      requestBody: [], response: nil, body: [], failure: .silent(.seconds(1)), timings: timings, tokenExchange: nil)
    let entry = try #require(try entries([failed]).first)
    let told = entry["timings"]
    #expect(["blocked", "connect", "wait", "receive"].map { told?[$0]?.text } == expected)
    #expect(entry["response"]?["status"]?.text == "0" && entry["response"]?["_error"]?.string == "no answer for 1 s")
  }
}
