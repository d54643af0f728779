import HTTPTypes
import OpenPayments
import Testing

@Suite("Answers that can't be read")
struct UnreadableAnswerTests {
  private func kind(_ body: String, _ fields: HTTPFields = [.contentType: "application/json"]) async throws
    -> OpenPaymentsError.Kind
  {
    try await Fixture.error(.psd2, [.token(), StubAnswer(Target.countries, fields: fields, body)]).kind
  }

  @Test("an empty body")
  func empty() async throws {
    #expect(try await kind("") == .unusable(.empty))
  }

  @Test("a page in place of JSON, whatever its type claims")
  func html() async throws {
    let page = "<!doctype html><title>502</title>"
    #expect(try await kind(page, [.contentType: "text/html"]) == .unusable(.notJSON(contentType: "text/html")))
    #expect(try await kind(page) == .unusable(.brokenJSON(offset: 0, reason: "expected a value")))
  }

  @Test("JSON is read whatever its type claims", arguments: ["text/plain", "application/octet-stream", "x"])
  func wrongType(type: String) async throws {
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, fields: [.contentType: type], #"{"countries":[]}"#)])
    #expect(try await fixture.client.countries().value.isEmpty)
  }

  @Test("broken JSON, with the place")
  func broken() async throws {
    #expect(
      try await kind(#"{"countries":[{"name":"S"#)
        == .unusable(.brokenJSON(offset: 24, reason: "the text ends inside a string")))
    #expect(
      try await kind(#"{"countries":[]}x"#)
        == .unusable(.brokenJSON(offset: 16, reason: "expected nothing after the value")))
    #expect(
      try await kind(#"{"countries":[]} {"countries":[]}"#)
        == .unusable(.brokenJSON(offset: 17, reason: "expected nothing after the value")))
    #expect(
      try await kind(" \u{FEFF}" + #"{"countries":[]}"#)
        == .unusable(.brokenJSON(offset: 1, reason: "expected a value")))
  }

  @Test("compression that nobody asked for")
  func compressed() async throws {
    #expect(try await kind("\u{1f}\u{b}", [.contentEncoding: "br"]) == .unusable(.compressed("br")))
  }

  @Test("100 000 levels neither crash nor hang")
  func deep() async throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let kind = try await kind(#"{"countries":\#(deep)}"#)
    #expect(kind == .unusable(.unexpected(#""countries" holds an array among its items"#)))
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, #"{"countries":[{"x":\#(deep)}]}"#)])
    #expect(try await fixture.client.countries().value.first?.additional.first?.value.bytes.count == 200_000)
  }

  @Test("text that is no UTF-8 is repaired")
  func invalidUTF8() async throws {
    var answer = StubAnswer(Target.countries)
    let bytes = Array(#"[{"name":"G"#.utf8) + [0xF6] + Array(#"teborg"}]"#.utf8)
    answer.result = .success(TransportAnswer(response: HTTPResponse(status: .ok), body: bytes))
    let countries = try await Fixture(.psd2, [.token(), answer]).client.countries()
    #expect(countries.value.map(\.name) == ["G\u{FFFD}teborg"])
    #expect(countries.exchange.body == bytes)
  }

  @Test("a redirect is shown without its query and not followed")
  func redirect() async throws {
    let answer = StubAnswer(Target.countries, status: 301, fields: [.location: "https://other.test/a?token=b#c"])
    let error = try await Fixture.error(.psd2, [.token(), answer])
    #expect(error.kind == .unusable(.redirected("https://other.test/a")))
  }

  @Test("304 and 101 are told by name, with the condition that the call carried")
  func neitherBodyNorRedirect() async throws {
    let switching = StubAnswer(Target.countries, status: 101, fields: [.upgrade: "websocket"])
    #expect(
      try await Fixture.error(.psd2, [.token(), switching]).kind == .unusable(.switchingProtocols(to: "websocket")))
    let unchanged = StubAnswer(Target.countries, status: 304, fields: [.location: "https://other.test/"])
    #expect(try await Fixture.error(.psd2, [.token(), unchanged]).kind == .unusable(.notModified(condition: nil)))
    let asked = try Fixture.tryingOnce(.psd2, [.token(), unchanged])
    let path = "/psd2/aspspinformation/v1/countries"
    let exchange = try await asked.client.get(path, fields: [HTTPField.Name("if-none-match")!: "\"a\""])
    #expect(exchange.error?.kind == .unusable(.notModified(condition: "if-none-match")))
  }

  @Test("an answer that is too large or cut short, with what arrived")
  func partial() async throws {
    let partial = TransportAnswer(
      response: HTTPResponse(status: .ok), body: Array("{".utf8), phases: .init(head: .seconds(1)))
    for (reason, kind) in [
      (TransportFailure.Reason.tooLarge(limit: 9), UnusableAnswer.tooLarge(limit: 9)), (.cutShort, .cutShort),
    ] {
      let answer = StubAnswer(Target.countries, failing: TransportFailure(reason, partial: partial))
      let error = try await Fixture.error(.psd2, [.token(), answer])
      #expect(error.kind == .unusable(kind))
      #expect(error.exchange?.status == 200)
      #expect(error.exchange?.body == Array("{".utf8))
      #expect(error.exchange?.failure == reason)
      #expect(error.exchange?.timings.head == .seconds(1))
    }
  }
}
