import FoundationEssentials
import HTTPTypes
import OpenPayments
import Synchronization
import Testing

@Suite("Calls at a time", .timeLimit(.minutes(1)))
struct HostGateTests {
  @Test("no more than so many calls go to one host at a time, and all are made")
  func limit() async throws {
    let transport = CrowdedTransport()
    let client = try Self.client(transport)
    try await withThrowingTaskGroup { group in
      for _ in 0..<100 { group.addTask { _ = try await client.countries() } }
      try await group.waitForAll()
    }
    #expect(transport.calls == 101)
    #expect((1...3).contains(transport.most))
  }

  @Test("a call cancelled in the queue is not made, and those behind it are")
  func cancelled() async throws {
    let transport = CrowdedTransport(gate: Gate())
    let client = try Self.client(transport)
    let first = (0..<3).map { _ in Task { try await client.countries() } }
    while transport.calls < 4 { try await Task.turn() }
    let second = Task { try await client.countries() }
    let third = Task { try await client.countries() }
    for _ in 0..<100 { await Task.yield() }
    second.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await second.outcome() }
    #expect(error?.kind == .cancelled)
    #expect(error?.exchange == nil)
    transport.gate?.open()
    for call in first + [third] { _ = try await call.outcome() }
    #expect(transport.calls == 5)
  }

  private static let good = StubAnswer(Target.countries, #"{"countries":[]}"#)

  @Test("who comes first goes first")
  func order() async throws {
    let gate = Gate()
    let targets = (1...3).map { "GET /psd2/aspspinformation/v1/cities?isoCountryCodes=C\($0)" }
    let answers = targets.map { StubAnswer($0, #"{"cities":[]}"#) }
    let fixture = try Fixture(.psd2, [.token(), Self.good.held(by: gate)] + answers) { $0.callsPerHost = 1 }
    async let first = fixture.client.countries()
    while fixture.stub.count(Target.countries) < 1 { try await Task.turn() }
    var queued: [Task<Void, any Error>] = []
    for number in 1...3 {
      let begun = fixture.time.begun
      queued.append(Task { _ = try await fixture.client.cities(in: "C\(number)") })
      while fixture.time.begun == begun { try await Task.turn() }
      for _ in 1...100 { await Task.yield() }
    }
    gate.open()
    _ = try await first
    for call in queued { try await call.outcome() }
    #expect(fixture.stub.requests.dropFirst(2).map(\.target) == targets)
  }

  @Test("the time in the queue is told, and the call's other moments come after it")
  func timings() async throws {
    let gate = Gate()
    var second = Self.good
    second.result = second.result.map { answer in
      TransportAnswer(
        response: answer.response, body: answer.body,
        phases: .init(head: .milliseconds(30), sent: .milliseconds(10), reusedConnection: true))
    }
    let fixture = try Fixture(.psd2, [.token(), Self.good.held(by: gate), second]) { $0.callsPerHost = 1 }
    let began = fixture.time.now
    async let first = fixture.client.countries()
    while fixture.stub.count(Target.countries) < 1 { try await Task.turn() }
    let begun = fixture.time.begun
    let queued = Task { try await fixture.client.countries() }
    while fixture.time.begun == begun { try await Task.turn() }
    fixture.time.advance(by: .seconds(2))
    gate.open()
    #expect(try await first.exchange.timings.turn == .zero)
    let exchange = try await queued.outcome().exchange
    #expect(exchange.startedAt == began)
    #expect(exchange.timings.turn == .seconds(2))
    #expect(exchange.timings.sent == .milliseconds(2010))
    #expect(exchange.timings.head == .milliseconds(2030))
  }

  @Test("a wait before another try holds no place")
  func waiting() async throws {
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, status: 503), Self.good, Self.good],
      time: ManualTime(holdingSleepersAt: Gate())
    ) { $0.callsPerHost = 1 }
    async let patient = fixture.client.countries()
    while fixture.retries.entries.isEmpty { try await Task.turn() }
    _ = try await fixture.client.countries()
    fixture.client.retryNow()
    _ = try await patient
    fixture.stub.expectAllUsed()
  }

  private static func client(_ transport: CrowdedTransport) throws -> OpenPaymentsClient {
    var configuration = OpenPaymentsClient.Configuration(
      auth: try BaseURL("https://auth.test"), api: try BaseURL("https://api.test"),
      credentials: Credentials(clientID: "id", clientSecret: Secret("secret"), scopes: []), dialect: .psd2)
    configuration.callsPerHost = 3
    return OpenPaymentsClient(configuration, transport: transport)
  }
}

/// Counts how many calls of the API are under way at once.
private final class CrowdedTransport: HTTPTransport {
  private let counts = Mutex((now: 0, most: 0, all: 0))
  let gate: Gate?

  init(gate: Gate? = nil) { self.gate = gate }

  var most: Int { counts.withLock { $0.most } }
  var calls: Int { counts.withLock { $0.all } }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let isToken = request.method == .post
    counts.withLock { counts in
      counts.all += 1
      counts.now += 1
      counts.most = max(counts.most, counts.now)
    }
    if !isToken { await gate?.wait() }
    for _ in 0..<10 { await Task.yield() }
    counts.withLock { $0.now -= 1 }
    let text = isToken ? #"{"access_token":"t","token_type":"Bearer"}"# : #"{"countries":[]}"#
    return TransportAnswer(
      response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(text.utf8))
  }
}
