import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("Tokens", .timeLimit(.minutes(1)))
struct TokenProviderTests {
  private static let countries = StubAnswer(Target.countries, #"{"countries":[]}"#)

  private func countries(_ count: Int) -> [StubAnswer] { Array(repeating: Self.countries, count: count) }

  @Test("500 parallel callers cost one token")
  func singleFlight() async throws {
    let gate = Gate()
    let fixture = try Fixture(.psd2, [.token().held(by: gate)] + countries(500))
    let begun = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...500 {
        group.addTask {
          begun.next()
          _ = try await fixture.client.countries()
        }
      }
      while begun.value < 500 { try await Task.turn() }
      gate.open()
      try await group.waitForAll()
    }
    #expect(fixture.stub.count(Target.token) == 1)
    #expect(fixture.stub.count(Target.countries) == 500)
  }

  @Test("a failed fetch fails those who waited for it, and the next caller tries again")
  func failedWave() async throws {
    let gate = Gate()
    let refusal = StubAnswer(Target.token, status: 503)
    let fixture = try Fixture.tryingOnce(.psd2, [refusal.held(by: gate), .token()] + countries(1))
    let first = Task { try await fixture.client.token() }
    while fixture.stub.requests.isEmpty { try await Task.turn() }
    let second = Task { try await fixture.client.token() }
    gate.open()
    for wave in [first, second] {
      let error = await #expect(throws: OpenPaymentsError.self) { try await wave.outcome() }
      #expect(error?.kind == .tryLater(at: nil))
    }
    _ = try await fixture.client.countries()
    #expect(fixture.stub.count(Target.token) == 2)
  }

  @Test("a cancelled caller leaves at once and disturbs nobody")
  func cancelledCaller() async throws {
    let gate = Gate()
    let fixture = try Fixture(.psd2, [.token().held(by: gate)] + countries(1))
    let impatient = Task { try await fixture.client.countries() }
    while fixture.stub.requests.isEmpty { try await Task.turn() }
    let patient = Task { try await fixture.client.countries() }
    impatient.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await impatient.outcome() }
    #expect(error?.kind == .cancelled)
    gate.open()
    _ = try await patient.outcome()
    #expect(fixture.stub.count(Target.countries) == 1)
  }

  @Test("a fetch that nobody waits for any more still serves the next caller")
  func abandonedFetch() async throws {
    let gate = Gate()
    let fixture = try Fixture(.psd2, [.token().held(by: gate)] + countries(1))
    let impatient = Task { try await fixture.client.countries() }
    while fixture.stub.requests.isEmpty { try await Task.turn() }
    impatient.cancel()
    _ = try? await impatient.outcome()
    gate.open()
    _ = try await fixture.client.countries()
    fixture.stub.expectAllUsed()
  }

  @Test("a task cancelled before its call makes no call")
  func cancelledBefore() async throws {
    let fixture = try Fixture(.psd2, [])
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      _ = try await fixture.client.countries()
    }
    task.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await task.outcome() }
    #expect(error?.kind == .cancelled)
    #expect(fixture.stub.requests.isEmpty)
  }

  @Test("a token is used until the margin before its expiry, whatever the wall clock says")
  func reuse() async throws {
    let fixture = try Fixture(.psd2, [.token()] + countries(3))
    _ = try await fixture.client.countries()
    fixture.time.advance(by: .seconds(3539))
    fixture.time.setWallClock(ahead: .seconds(86_400))
    _ = try await fixture.client.countries()
    fixture.time.setWallClock(ahead: .seconds(-200_000))
    _ = try await fixture.client.countries()
    #expect(fixture.stub.count(Target.token) == 1)
  }

  @Test(
    "inside the margin the old token serves while one new one is fetched",
    arguments: [(3600, 3541), (100, 91), (2, 1.9)])
  func renewal(lifetime: Int, moment: Double) async throws {
    let gate = Gate()
    let fixture = try Fixture(
      .psd2, [.token(expiresIn: "\(lifetime)"), .token("token-2").held(by: gate)] + countries(4))
    _ = try await fixture.client.countries()
    fixture.time.advance(by: .seconds(moment))
    for _ in 1...2 { _ = try await fixture.client.countries() }
    while fixture.stub.count(Target.token) < 2 { try await Task.turn() }
    gate.open()
    while try await fixture.client.token().value == Secret("token-1") { try await Task.turn() }
    _ = try await fixture.client.countries()
    #expect(fixture.stub.lastAuthorization == "Bearer token-2")
    fixture.stub.expectAllUsed()
  }

  @Test("a renewal that fails leaves the old token in use until it expires")
  func failedRenewal() async throws {
    let fixture = try Fixture(
      .psd2, [.token(expiresIn: "100"), StubAnswer(Target.token, status: 500), .token("token-2")] + countries(2))
    _ = try await fixture.client.token()
    fixture.time.advance(by: .seconds(95))
    _ = try await fixture.client.countries()
    while fixture.exchanges.entries.count < 3 { try await Task.turn() }
    while fixture.statuses.entries.last == .fetching { try await Task.turn() }
    fixture.time.advance(by: .seconds(5))
    _ = try await fixture.client.countries()
    #expect(fixture.stub.lastAuthorization == "Bearer token-2")
    fixture.stub.expectAllUsed()
  }

  @Test("an expired token is not used")
  func expiry() async throws {
    let fixture = try Fixture(.psd2, [.token(), .token("token-2")] + countries(2))
    _ = try await fixture.client.countries()
    fixture.time.advance(by: .seconds(3600))
    _ = try await fixture.client.countries()
    #expect(fixture.stub.lastAuthorization == "Bearer token-2")
  }

  @Test("no token is fetched as long as nobody calls")
  func noTimer() async throws {
    let fixture = try Fixture(.psd2, [.token()] + countries(1))
    _ = try await fixture.client.countries()
    fixture.time.advance(by: .seconds(100_000))
    for _ in 1...100 { await Task.yield() }
    #expect(fixture.stub.count(Target.token) == 1)
  }

  @Test(
    "a senseless expires_in costs no call, and its token is kept for a minute at most",
    arguments: [
      "0", "-1", "null", "1e400", "99999999999999999999", "{}", "[]", "true", #""""#, #"" ""#, #""0""#, #""-3600""#,
      #""+3600""#, #""1h""#, #""36 00""#, #""3600.0""#, #""0x10""#, #""٣""#, #""99999999999999999999""#,
    ])
  func senselessLifetime(text: String) async throws {
    let fixture = try Fixture(.psd2, [.token(expiresIn: text), .token("token-2")] + countries(2))
    _ = try await fixture.client.countries()
    fixture.time.advance(by: .seconds(60))
    _ = try await fixture.client.countries()
    fixture.stub.expectAllUsed()
  }

  @Test(
    "digits between quotes are the number, with blanks around them as well",
    arguments: ["3600", "3600.0", "3.6e3", #""3600""#, #"" 3600 ""#, #""\t03600\r\n""#, #""\u00a03600""#])
  func quotedLifetime(text: String) async throws {
    let fixture = try Fixture(.psd2, [.token(expiresIn: text)])
    let token = try await fixture.client.token()
    #expect(token.expiresAt == fixture.time.now + 3600 && !token.isLifetimeAssumed)
  }

  @Test("an absent expires_in is five minutes; unknown members and a fraction are taken as they are")
  func lifetimes() async throws {
    let short = StubAnswer(Target.token, #"{"token_type":"bEaReR","access_token":"a","x":[{}],"scope":"b  c"}"#)
    let fixture = try Fixture(.psd2, [short])
    let token = try await fixture.client.token()
    #expect(token.expiresAt == fixture.time.now + 300 && token.isLifetimeAssumed)
    #expect(token.grantedScopes == ["b", "c"])
    let half = try Fixture(.psd2, [.token(expiresIn: "0.5")])
    #expect(try await half.client.token().expiresAt == half.time.now + 0.5)
    let long = try Fixture(.psd2, [.token(expiresIn: "7776000")])
    #expect(try await long.client.token().expiresAt == long.time.now + 7_776_000)
  }

  @Test(
    "an answer that holds no bearer token is an error before any call of the API",
    arguments: [
      "", "[]", "null", "<html>", "{}", #"{"access_token":"","token_type":"Bearer"}"#,
      #"{"access_token":null,"token_type":"Bearer"}"#, #"{"access_token":7,"token_type":"Bearer"}"#,
      #"{"access_token":"a b","token_type":"Bearer"}"#, #"{"access_token":"a\r\nX: y","token_type":"Bearer"}"#,
      #"{"access_token":"ä","token_type":"Bearer"}"#, #"{"access_token":"a=b","token_type":"Bearer"}"#,
      #"{"access_token":"===","token_type":"Bearer"}"#, #"{"access_token":"abc"}"#,
      #"{"access_token":"abc","token_type":"mac"}"#, #"{"access_token":"abc","token_type":"Bearer""#,
    ])
  func noToken(body: String) async throws {
    let error = try await Fixture.error(.psd2, [StubAnswer(Target.token, body)])
    guard case .unusable = error.kind else {
      Issue.record("kind is \(error.kind)")
      return
    }
    #expect(error.operation == .token)
  }

  @Test("a token may be long and use every character of a bearer token")
  func oddTokens() async throws {
    let value = String(repeating: "aZ09-._~+/", count: 10_000) + "=="
    let fixture = try Fixture(.psd2, [.token(value)] + countries(1))
    _ = try await fixture.client.countries()
    #expect(fixture.stub.lastAuthorization == "Bearer \(value)")
  }

  @Test("a redirected token endpoint is an error, and nothing is sent where it points")
  func redirected() async throws {
    let redirect = StubAnswer(Target.token, status: 307, fields: [.location: "https://evil.test/token?a=b"])
    #expect(try await Fixture.error(.psd2, [redirect]).kind == .unusable(.redirected("https://evil.test/token")))
  }

  @Test("the state of the token is told")
  func statuses() async throws {
    let fixture = try Fixture(
      .psd2, [StubAnswer(Target.token, status: 400, #"{"error":"invalid_client"}"#), .token()])
    _ = try? await fixture.client.token()
    _ = try await fixture.client.token()
    #expect(
      fixture.statuses.entries == [.fetching, .refused, .fetching, .valid(until: fixture.time.now + 3600)])
  }
}
