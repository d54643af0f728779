import FoundationEssentials
import OpenPayments
import Testing

@Suite("Reports of tokens", .timeLimit(.minutes(1)))
struct TokenReportTests {
  private static let answer = StubAnswer(
    "POST /connect/token",
    #"{"access_token":"e30.e30.c2VjcmV0","expires_in":3600,"token_type":"Bearer","scope":"private other"}"#)

  @Test("a report has all there is to know but the token")
  func whole() async throws {
    let fixture = try Fixture(.psd2, [Self.answer])
    let token = try await fixture.client.token()
    let report = try #require(fixture.reports.first)
    #expect(report.askedScopes == Dialect.psd2.defaultScopes && report.grantedScopes == ["private", "other"])
    #expect(report.issuedAt == token.issuedAt && report.expiresAt == token.expiresAt)
    #expect(report.renewals == 0 && report.exchange === token.exchange)
    #expect(report.webToken?.claims.description == "{}")
    #expect(!"\(report)".contains("c2VjcmV0"))
  }

  @Test("that a token's end is a guess is told, also of one from the store")
  func assumed() async throws {
    let store = MemoryTokenStore()
    let silent = StubAnswer("POST /connect/token", #"{"access_token":"a","token_type":"Bearer"}"#)
    for script in [[silent], []] {
      let fixture = try Fixture(.psd2, script) { $0.tokenStore = store }
      _ = try await fixture.client.token()
      #expect(fixture.reports.last?.isLifetimeAssumed == true)
    }
    let told = try Fixture(.psd2, [Self.answer])
    _ = try await told.client.token()
    #expect(told.reports.last?.isLifetimeAssumed == false)
  }

  @Test("renewing fetches another one, counts it and leaves the old one nowhere")
  func renewing() async throws {
    let store = MemoryTokenStore()
    let fixture = try Fixture(.psd2, [.token("one"), .token("two")]) { $0.tokenStore = store }
    _ = try await fixture.client.token()
    #expect(store.tokens.map(\.value) == [Secret("one")])
    #expect(try await fixture.client.renewToken().value == Secret("two"))
    #expect(fixture.reports.map(\.renewals) == [0, 1])
    #expect(store.tokens.map(\.value) == [Secret("two")])
  }

  @Test("a token that another run has stored is not taken when a new one is asked for, whether it was used or not")
  func renewingStored() async throws {
    let store = MemoryTokenStore()
    _ = try await Fixture(.psd2, [.token("kept")]) { $0.tokenStore = store }.client.token()
    let fixture = try Fixture(.psd2, [.token("new")]) { $0.tokenStore = store }
    #expect(try await fixture.client.token().value == Secret("kept"))
    #expect(fixture.reports.last?.exchange == nil)
    #expect(try await fixture.client.renewToken().value == Secret("new"))
    let other = try Fixture(.psd2, [.token("newer")]) { $0.tokenStore = store }
    #expect(try await other.client.renewToken().value == Secret("newer"))
  }

  @Test("forgetting drops it here and in the store; the next call fetches one")
  func forgetting() async throws {
    let store = MemoryTokenStore()
    let fixture = try Fixture(.psd2, [.token("one"), .token("two")]) { $0.tokenStore = store }
    _ = try await fixture.client.token()
    await fixture.client.forgetToken()
    #expect(store.tokens.isEmpty && fixture.statuses.entries.last == TokenStatus.none)
    guard case .dropped = fixture.events.entries.last else {
      Issue.record("nobody was told")
      return
    }
    #expect(try await fixture.client.token().value == Secret("two"))
  }

  @Test("what the store can't remove is told, and not used again")
  func notForgotten() async throws {
    struct Stuck: Error {}
    struct StuckStore: TokenStore {
      let stored: MemoryTokenStore
      func withToken<Result: Sendable>(
        for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
      ) async -> Result { await stored.withToken(for: key, body) }
      func removeToken(for key: TokenKey) async throws -> Bool { throw Stuck() }
    }
    let store = MemoryTokenStore()
    let fixture = try Fixture(.psd2, [.token("one"), .token("two")]) { $0.tokenStore = StuckStore(stored: store) }
    _ = try await fixture.client.token()
    #expect(await fixture.client.forgetToken() is Stuck)
    #expect(store.tokens.map(\.value) == [Secret("one")])
    #expect(try await fixture.client.token().value == Secret("two"))
  }

  @Test("what is being fetched while it is forgotten is forgotten as well")
  func forgettingWhileFetching() async throws {
    let (gate, store) = (Gate(), MemoryTokenStore())
    let fixture = try Fixture(.psd2, [.token("one").held(by: gate), .token("two")]) { $0.tokenStore = store }
    let call = Task { try await fixture.client.token() }
    while fixture.stub.requests.isEmpty { try await Task.turn() }
    let forgetting = Task { await fixture.client.forgetToken() }
    gate.open()
    #expect(try await call.outcome().value == Secret("one"))
    #expect(try await forgetting.outcome() == nil)
    #expect(try await fixture.client.token().value == Secret("two"))
    #expect(store.tokens.map(\.value) == [Secret("two")])
  }

  @Test("a refusal is told with its call")
  func refusal() async throws {
    let fixture = try Fixture(.psd2, [StubAnswer("POST /connect/token", status: 400, #"{"error":"invalid_client"}"#)])
    _ = try? await fixture.client.token()
    guard case .failed(let error) = fixture.events.entries.last else {
      Issue.record("nobody was told")
      return
    }
    #expect(error.kind == .credentialsRefused && error.exchange?.status == 400)
  }
}
