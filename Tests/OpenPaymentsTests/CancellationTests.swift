import HTTPTypes
import OpenPayments
import Testing

/// A cancelled task makes no further call, whatever it was about to do.
@Suite("No call after a cancellation", .timeLimit(.minutes(1)))
struct CancellationTests {
  private static let good = StubAnswer(Target.countries, #"{"countries":[]}"#)
  private static let busy = StubAnswer(Target.countries, status: 503)

  /// Cancels a call once `moment` has come and expects nothing to be sent after that.
  private func cancel(
    _ fixture: Fixture, at moment: (Fixture) -> Bool, exchange: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let call = Task { try await fixture.client.countries() }
    while !moment(fixture) { try await Task.turn() }
    let sent = fixture.stub.requests.count
    call.cancel()
    let error = await #expect(throws: OpenPaymentsError.self, sourceLocation: sourceLocation) {
      try await call.outcome()
    }
    #expect(error?.kind == .cancelled, sourceLocation: sourceLocation)
    #expect(error?.exchange?.status == exchange, sourceLocation: sourceLocation)
    #expect(fixture.stub.requests.count == sent, sourceLocation: sourceLocation)
  }

  /// Lets a call be cancelled from inside the client.
  private func cancelItself(
    _ fixture: Fixture, _ configure: (inout OpenPaymentsClient.Configuration, @escaping @Sendable () -> Void) -> Void
  ) async throws {
    let calls = Log<Task<Answer<[Country]>, any Error>>()
    var configuration = fixture.client.configuration
    configure(&configuration) { calls.entries.first?.cancel() }
    let client = OpenPaymentsClient(configuration, transport: fixture.stub, time: fixture.time.source)
    let gate = Gate()
    let call = Task {
      await gate.wait()
      return try await client.countries()
    }
    calls.append(call)
    gate.open()
    let error = await #expect(throws: OpenPaymentsError.self) { try await call.outcome() }
    #expect(error?.kind == .cancelled)
  }

  @Test("while it queues for its turn; then there is no exchange")
  func queued() async throws {
    let gate = Gate()
    let fixture = try Fixture(.psd2, [.token(), Self.good.held(by: gate)]) { $0.callsPerHost = 1 }
    async let first = fixture.client.countries()
    while fixture.stub.requests.count < 2 { try await Task.turn() }
    try await cancel(fixture, at: { _ in true })
    gate.open()
    _ = try await first
    #expect(fixture.exchanges.entries.count == 2)
  }

  @Test("while it waits for a token")
  func token() async throws {
    let gate = Gate()
    let fixture = try Fixture(.psd2, [.token().held(by: gate)])
    try await cancel(fixture, at: { $0.stub.requests.count == 1 })
    gate.open()
    while fixture.exchanges.entries.isEmpty { try await Task.turn() }
    #expect(fixture.stub.count(Target.countries) == 0)
  }

  @Test("between the token and the call")
  func afterToken() async throws {
    let fixture = try Fixture(.psd2, [.token()])
    try await cancelItself(fixture) { configuration, cancel in
      configuration.onTokenStatus = { if case .valid = $0 { cancel() } }
    }
    #expect(fixture.stub.requests.map(\.target) == [Target.token])
  }

  @Test("while it waits before another try")
  func waiting() async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.busy], time: ManualTime(holdingSleepersAt: Gate()))
    try await cancel(fixture, at: { !$0.retries.entries.isEmpty }, exchange: 503)
    #expect(fixture.retries.entries.count == 2)
  }

  @Test("as a wait begins, and as it is over")
  func waitEnds() async throws {
    for moment in [0, 1] {
      let fixture = try Fixture(.psd2, [.token(), Self.busy])
      let told = Counter()
      try await cancelItself(fixture) { configuration, cancel in
        configuration.onRetry = { _ in if told.next() == moment + 1 { cancel() } }
      }
      fixture.stub.expectAllUsed()
    }
  }

  @Test("while it waits for a new token after a 401")
  func afterUnauthorized() async throws {
    let gate = Gate()
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, status: 401), .token("token-2").held(by: gate)])
    try await cancel(fixture, at: { $0.stub.count(Target.token) == 2 })
    gate.open()
    while fixture.exchanges.entries.count < 3 { try await Task.turn() }
    #expect(fixture.stub.count(Target.countries) == 1)
  }

  @Test("before anything")
  func before() async throws {
    let fixture = try Fixture(.psd2, [.token()])
    _ = try await fixture.client.token()
    fixture.time.advance(by: .seconds(3590))
    let call = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await fixture.client.countries()
    }
    call.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await call.outcome() }
    #expect(error?.kind == .cancelled)
    #expect(error?.exchange == nil)
    #expect(fixture.stub.requests.count == 1)
  }
}
