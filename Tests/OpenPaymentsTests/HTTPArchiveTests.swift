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
    #expect(log["version"]?.string == "1.2" && log["pages"] == nil)
    #expect(log["creator"]?["name"]?.string == "opx" && log["creator"]?["version"]?.string == "1")
    let entries = Array(try #require(log["entries"]).elements)
    for entry in entries { HTTPArchiveRules.expectKept(by: entry) }
    return entries
  }

  @Test("an archive of nothing has no entries, and the pieces of one are its text")
  func pieces() async throws {
    #expect(try entries([]).isEmpty)
    let fixture = try Fixture(.psd2, [.token(), StubAnswer("GET /x", "1")])
    let call = try await fixture.client.get("/x")
    let archive = HTTPArchive([call], creator: .init(name: "a]", version: "["))
    #expect(Array(archive.pieces).count == 3 && archive.pieces.reduce([], +) == archive.utf8())
    #expect(JSONDocument(archive.utf8()).root?["log"]?["creator"]?["name"]?.string == "a]")
  }

  @Test("a form has its text beside its parameters, with one length for both, and other bodies have their text")
  func posted() async throws {
    func exchange(_ type: String?, _ body: [UInt8]) -> Exchange {
      Exchange.posting(body, fields: type.map { [.contentType: $0] } ?? [:])
    }
    let form = "a=1+2&b=%C3%A5%2B&c&&client_secret=longer-than-its-mask"
    let types = [
      "application/x-www-form-urlencoded", "Application/X-WWW-Form-UrlEncoded; charset=UTF-8", "text/plain", nil,
    ]
    let requests = try entries(types.map { exchange($0, Array(form.utf8)) }).map { $0["request"] }
    for (position, request) in requests.enumerated() {
      let text = "a=1+2&b=%C3%A5%2B&c&&client_secret=\(Secret.mask)"
      #expect(request?["postData"]?["text"]?.string == text)
      #expect(request?["bodySize"]?.text == String(text.utf8.count))
      let params = request?["postData"]?["params"]?.elements.map {
        "\($0["name"]?.string ?? "")=\($0["value"]?.string ?? "")"
      }
      #expect(params == (position < 2 ? ["a=1 2", "b=å+", "c=", "=", "client_secret=\(Secret.mask)"] : []))
    }
    let others = try entries([
      exchange("application/json", Array(#"{"password":"long-enough-to-shrink","a":"å"}"#.utf8)),
      exchange("image/png", [0xFF, 0xD8]), exchange(nil, []),
    ]).map { $0["request"] }
    #expect(others[0]?["postData"]?["text"]?.string == #"{"password":"\#(Secret.mask)","a":"å"}"#)
    #expect(others[1]?["bodySize"]?.text == "-1", "a length of what isn't there as it was")
    #expect(others[2]?["bodySize"]?.text == "0" && others[2]?["postData"] == nil)
  }

  @Test("an answer's length is that of what is there, masked or not, and cookies are as many as their fields")
  func lengths() throws {
    let token = Exchange.posting(
      Array("grant_type=x".utf8), fields: [.cookie: "a=leak; b=leak"],
      answer: HTTPResponse(status: .ok, headerFields: [.setCookie: "a=leak; Path=/", .setCookie: "b=leak"]),
      body: Array(#"{"access_token":"leak-leak-leak-leak-leak-leak"}"#.utf8))
    let entry = try #require(try entries([token]).first)
    let text = #"{"access_token":"\#(Secret.mask)"}"#
    #expect(entry["response"]?["content"]?["text"]?.string == text)
    #expect(entry["response"]?["content"]?["size"]?.text == String(text.utf8.count))
    #expect(entry["request"]?["cookies"]?.elements.map { $0["value"]?.string } == [Secret.mask])
    #expect(entry["response"]?["cookies"]?.elements.map { $0["value"]?.string } == [Secret.mask, Secret.mask])
  }

  @Test(
    "whatever becomes of a call, its entries keep to the format",
    arguments: [
      [StubAnswer("GET /x?a=%20&b=%26+c&d&code=secret&&", "1")],
      [StubAnswer("GET /x?a=%20&b=%26+c&d&code=secret&&", failing: TransportFailure(.connectionRefused))],
      [StubAnswer("GET /x?a=%20&b=%26+c&d&code=secret&&", failing: TransportFailure(.cancelled))],
      [
        StubAnswer("GET /x?a=%20&b=%26+c&d&code=secret&&", status: 503, "later"),
        StubAnswer(
          "GET /x?a=%20&b=%26+c&d&code=secret&&", status: 302, fields: [.location: "/y?code=secret", .server: "\u{1B}"]),
      ],
      [StubAnswer("GET /x?a=%20&b=%26+c&d&code=secret&&", fields: [.contentEncoding: "gzip"], "no gzip")],
      [StubAnswer("GET /x?a=%20&b=%26+c&d&code=secret&&", fields: [.contentEncoding: "unheard-of"], "?")],
    ])
  func zoo(script: [StubAnswer]) async throws {
    let fixture = try Fixture(.psd2, [.token()] + script) { if script.count == 1 { $0.retry = .never } }
    _ = try? await fixture.client.get("/x?a=%20&b=%26+c&d&code=secret&&")
    let entries = try entries(fixture.exchanges.entries)
    #expect(entries.count == script.count + 1)
    #expect(try self.entries(fixture.exchanges.entries.map { $0.withoutBody() }).count == entries.count)
    let query = entries.last?["request"]?["queryString"]?.elements.map { $0["value"]?.string }
    #expect(query == [" ", "&+c", "", Secret.mask, "", ""])
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
    func exchange(_ body: [UInt8], encoded: [UInt8]? = nil, type: String = "image/png") -> Exchange {
      Exchange(
        id: UUID(), operation: .get, startedAt: .distantPast,
        request: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/"),
        requestBody: [], response: HTTPResponse(status: .ok, headerFields: [.contentType: type]), body: body,
        encodedBody: encoded, failure: nil, timings: .init(head: .zero, total: .zero), tokenExchange: nil)
    }
    let entries = try entries([
      exchange([0xFF, 0xFE]), exchange(Array("åä".utf8), encoded: [1]), exchange([1, 2, 3]).withoutBody(),
      exchange([0x5B, 0, 0x5D, 0], type: "text/plain"),
    ])
    let contents = entries.compactMap { $0["response"]?["content"] }
    #expect(contents[0]["text"]?.string == "//4=" && contents[0]["encoding"]?.string == "base64")
    #expect(contents[3]["text"]?.string == "WwBdAA==" && contents[3]["encoding"]?.string == "base64")
    #expect(contents[1]["text"]?.string == "åä" && contents[1]["encoding"] == nil)
    #expect(contents[1]["size"]?.text == "4" && contents[1]["compression"]?.text == "3")
    #expect(entries[1]["response"]?["bodySize"]?.text == "1")
    #expect(contents[2]["text"] == nil && contents[2]["size"]?.text == "3")
    #expect(contents[2]["comment"]?.string == "the body of 3 bytes was not kept")
  }

  @Test("how many bytes a compressed body had is -1 where they were not kept")
  func bodySizes() throws {
    func size(_ body: [UInt8], _ encoded: [UInt8]? = nil, problem: UnusableAnswer? = nil) throws -> String? {
      let exchange = Exchange(
        id: UUID(), operation: .get, startedAt: .distantPast,
        request: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/"),
        requestBody: [], response: HTTPResponse(status: .ok, headerFields: [.contentEncoding: "gzip"]), body: body,
        encodedBody: encoded, codingProblem: problem, failure: nil, timings: .init(head: .zero, total: .zero),
        tokenExchange: nil)
      let response = try entries([exchange]).first?["response"]
      if problem != nil {
        #expect(response?["content"]?["comment"]?.string == "as received: its compression is broken (gzip)")
      }
      return response?["bodySize"]?.text
    }
    #expect(try size([1, 2, 3]) == "-1" && size([1, 2, 3], [1]) == "1" && size([]) == "0")
    #expect(try size([1, 2, 3], problem: .brokenCompression("gzip")) == "3")
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
