import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("Exchanges", .timeLimit(.minutes(1)))
struct ExchangeTests {
  @Test("a call yields its value and the exact exchange behind it")
  func exchange() async throws {
    let body = "{ \"countries\" : [ ] }\n"
    let fixture = try Fixture(
      .psd2,
      [
        .token(),
        StubAnswer(Target.countries, fields: [.contentType: "application/json", .init("X-Request-ID")!: "abc"], body),
      ])
    let answer = try await fixture.client.countries()
    let exchange = answer.exchange
    #expect(exchange.id == UUID(number: 2))
    #expect(exchange.operation == .countries)
    #expect(exchange.url == "https://api.test/psd2/aspspinformation/v1/countries")
    #expect(exchange.request.headerFields[.authorization] == "Bearer ••••••")
    #expect(exchange.request.headerFields[.init("X-Request-ID")!] == "00000000-0000-4000-8000-000000000002")
    #expect(exchange.requestBody.isEmpty)
    #expect(exchange.response?.headerFields[.init("X-Request-ID")!] == "abc")
    #expect(exchange.body == Array(body.utf8))
    #expect(exchange.failure == nil)
    #expect(exchange.tokenExchange?.id == UUID(number: 1))
    #expect(exchange.tokenExchange?.operation == .token)
    #expect(answer.earlier.isEmpty)
  }

  @Test("times are taken from the clock")
  func timings() async throws {
    let gate = Gate()
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, #"{"countries":[]}"#).held(by: gate)])
    let began = fixture.time.now
    async let answer = fixture.client.countries()
    while fixture.stub.requests.count < 2 { try await Task.turn() }
    fixture.time.advance(by: .milliseconds(250))
    gate.open()
    let exchange = try await answer.exchange
    #expect(exchange.startedAt == began)
    #expect(exchange.timings.total == .milliseconds(250))
    #expect(exchange.tokenExchange?.timings.total == .zero)
  }

  @Test("every call is told as it ends, failed ones too, in order")
  func observer() async throws {
    let fixture = try Fixture(
      .psd2,
      [
        .token(), StubAnswer(Target.countries, status: 500),
        StubAnswer(Target.countries, failing: TransportFailure(.silent(.seconds(1)))),
      ])
    for _ in 1...2 { _ = try? await fixture.client.countries() }
    #expect(fixture.exchanges.entries.map(\.operation) == [.token, .countries, .countries])
    #expect(fixture.exchanges.entries.map(\.status) == [200, 500, nil])
    #expect(fixture.exchanges.entries.map(\.failure) == [nil, nil, .silent(.seconds(1))])
  }

  @Test("a cancelled call is an exchange like any other")
  func cancelled() async throws {
    let fixture = try Fixture(.psd2, [.token(), StubAnswer(Target.countries).held(by: Gate())])
    let call = Task { try await fixture.client.countries() }
    while fixture.stub.requests.count < 2 { try await Task.turn() }
    call.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await call.outcome() }
    #expect(error?.kind == .cancelled)
    #expect(fixture.exchanges.entries.last?.failure == .cancelled)
  }
}
