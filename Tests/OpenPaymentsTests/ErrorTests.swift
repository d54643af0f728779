import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("Errors", .timeLimit(.minutes(1)))
struct ErrorTests {
  @Test(
    "a refused token request is told by what the platform says",
    arguments: [
      (400, #"{"error":"invalid_client"}"#, OpenPaymentsError.Kind.credentialsRefused),
      (401, #"{"error":"invalid_client"}"#, .credentialsRefused), (401, "", .credentialsRefused),
      (403, "<html>", .credentialsRefused), (400, #"{"error":"unauthorized_client"}"#, .credentialsRefused),
      (400, #"{"error":"invalid_scope"}"#, .scopeRefused), (400, #"{"error":"invalid_request"}"#, .rejected),
      (400, "", .rejected), (404, "", .rejected), (405, "", .rejected), (429, "", .tryLater(at: nil)),
      (500, "", .serverFault), (503, "<html>", .tryLater(at: nil)),
    ])
  func tokenRefusals(status: Int, body: String, kind: OpenPaymentsError.Kind) async throws {
    let error = try await Fixture.error(.psd2, [StubAnswer(Target.token, status: status, body)])
    #expect(error.kind == kind)
    #expect(error.operation == .token)
    #expect(error.exchange?.status == status)
  }

  @Test(
    "a refused call is told by its status, is made once, and says what the platform said",
    arguments: [
      (400, OpenPaymentsError.Kind.rejected), (403, .forbidden), (404, .notFound), (405, .rejected), (406, .rejected),
      (408, .tryLater(at: nil)), (409, .rejected), (412, .rejected), (415, .rejected), (429, .tryLater(at: nil)),
      (500, .serverFault), (501, .serverFault), (502, .tryLater(at: nil)), (503, .tryLater(at: nil)),
      (504, .tryLater(at: nil)), (599, .serverFault), (999, .serverFault),
    ])
  func statuses(status: Int, kind: OpenPaymentsError.Kind) async throws {
    let body = #"{"tppMessages":[{"category":"ERROR","code":"C","text":"t."},{"category":"WARNING","code":"D"}]}"#
    let error = try await Fixture.error(.psd2, [.token(), StubAnswer(Target.countries, status: status, body)])
    #expect(error.kind == kind)
    #expect(error.operation == .countries)
    #expect(error.words?.messages.map(\.code) == ["C", "D"])
    #expect(error.message.contains("(\(status) C: t; D)"))
  }

  @Test("a 401 is answered by a new token and the call made again, once")
  func unauthorizedOnce() async throws {
    let fixture = try Fixture(
      .psd2,
      [
        .token(), StubAnswer(Target.countries, status: 401), .token("token-2"),
        StubAnswer(Target.countries, #"{"countries":[]}"#),
      ])
    let answer = try await fixture.client.countries()
    #expect(fixture.stub.requests.map(\.target) == [Target.token, Target.countries, Target.token, Target.countries])
    #expect(fixture.stub.lastAuthorization == "Bearer token-2")
    #expect(answer.earlier.map(\.status) == [401])
    #expect(answer.exchange.tokenExchange?.id == fixture.exchanges.entries[2].id)
    fixture.stub.expectAllUsed()
  }

  @Test("a second 401 ends the call")
  func unauthorizedTwice() async throws {
    let refusal = StubAnswer(Target.countries, status: 401)
    let error = try await Fixture.error(.psd2, [.token(), refusal, .token("token-2"), refusal])
    #expect(error.kind == .tokenRefused)
  }

  @Test("callers refused with the same token share one new one")
  func unauthorizedTogether() async throws {
    let gates = [Gate(), Gate()]
    let good = StubAnswer(Target.countries, #"{"countries":[]}"#)
    let refusal = StubAnswer(Target.countries, status: 401)
    let fixture = try Fixture(
      .psd2, [.token()] + gates.map { refusal.held(by: $0) } + [.token("token-2"), good, good])
    async let first = fixture.client.countries()
    async let second = fixture.client.countries()
    while fixture.stub.count(Target.countries) < 2 { try await Task.turn() }
    for gate in gates { gate.open() }
    _ = try await (first, second)
    #expect(fixture.stub.count(Target.token) == 2)
    fixture.stub.expectAllUsed()
  }

  @Test("a token request that fails after a 401 is the error")
  func refusedRenewal() async throws {
    let error = try await Fixture.error(
      .psd2,
      [
        .token(), StubAnswer(Target.countries, status: 401),
        StubAnswer(Target.token, status: 400, #"{"error":"invalid_client"}"#),
      ])
    #expect(error.kind == .credentialsRefused)
  }

  @Test(
    "Retry-After is understood as seconds and as a date in any of its three forms",
    arguments: [
      ("120", 1_700_000_120.0), ("0", 1_700_000_000), ("Sun, 06 Nov 1994 08:49:37 GMT", 1_700_000_000), ("soon", nil),
      ("-1", nil), ("99999999999999999999", nil), ("Sun, 31 Feb 2027 08:49:37 GMT", nil), ("", nil),
      ("Sun, 06 Nov 1994 08:49:37 PST", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
      ("Tuesday, 14-Nov-23 22:15:20 GMT", 1_700_000_120), ("Tue Nov 14 22:15:20 2023", 1_700_000_120),
      ("Fri Dec  1 22:13:20 2023", 1_701_468_800), ("Sunday, 06-Nov-94 08:49:37 GMT", 1_700_000_000),
      ("Sun Nov  6 08:49:37 1994", 1_700_000_000), ("tuesday,  14-nov-23 22:15:20 gmt ", 1_700_000_120),
      ("Monday, 14 Nov 2023 22:15:20 GMT", 1_700_000_120), ("Tue, 14-Nov-2023 22:15:20 GMT", 1_700_000_120),
      ("Tue, 14 Nov 2023 22:13:60 GMT", 1_700_000_040), ("Tue, 14 Nov 2023 22:13:61 GMT", nil),
      ("Tuesday, 31-Feb-24 22:15:20 GMT", nil), ("Tue Nov 14 22:15:20 2023 PST", nil),
      ("Tue, 14 Nov 2023 22:+5:20 GMT", nil), ("14 Nov 2023 22:15:20 GMT", nil), ("Tue Foo 14 22:15:20 2023", nil),
      // A year of two digits is at most 50 years ahead; what is more than one year ahead is not meant.
      ("Monday, 01-Jan-73 00:00:00 GMT", nil), ("Monday, 01-Jan-74 00:00:00 GMT", 1_700_000_000),
    ])
  func retryAfter(text: String, time: Double?) async throws {
    let answer = StubAnswer(Target.countries, status: 503, fields: [.retryAfter: text])
    let error = try await Fixture.error(.psd2, [.token(), answer])
    #expect(error.kind == .tryLater(at: time.map { Date(timeIntervalSince1970: $0) }))
  }

  @Test("of several Retry-After fields the longest counts")
  func severalFields() async throws {
    var fields: HTTPFields = [.retryAfter: "20"]
    for value in ["Tue, 14 Nov 2023 22:15:20 GMT", "soon", "60"] {
      fields.append(.init(name: .retryAfter, value: value))
    }
    let error = try await Fixture.error(.psd2, [.token(), StubAnswer(Target.countries, status: 503, fields: fields)])
    #expect(error.kind == .tryLater(at: Date(timeIntervalSince1970: 1_700_000_120)))
  }

  @Test("a failure of the connection is told, with the place, and made no second time")
  func unreachable() async throws {
    let error = try await Fixture.error(
      .psd2, [.token(), StubAnswer(Target.countries, failing: TransportFailure(.connectionRefused))])
    #expect(error.kind == .unreachable(.connectionRefused))
    #expect(error.description == "connection refused at https://api.test; check the host and port")
  }

  @Test("the platform's words are bounded, however many it sends")
  func manyWords() async throws {
    let text = String(repeating: "x", count: 1000)
    let list = Array(repeating: #"{"code":"C","text":"\#(text)"}"#, count: 30).joined(separator: ",")
    let error = try await Fixture.error(
      .psd2, [.token(), StubAnswer(Target.countries, status: 400, #"{"tppMessages":[\#(list)]}"#)])
    #expect(error.words?.messages.count == 20)
    #expect(error.words?.summary.count == 300)
  }

  @Test("words of another shape than documented do no harm", arguments: ["7", "{}", #""x""#, "[7,null]", "null"])
  func oddWords(messages: String) async throws {
    let body = #"{"tppMessages":\#(messages),"error":{"a":1}}"#
    let error = try await Fixture.error(.psd2, [.token(), StubAnswer(Target.countries, status: 400, body)])
    #expect(error.kind == .rejected)
  }
}
