import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("The token endpoint asks to be left alone", .timeLimit(.minutes(1)))
struct TokenRestTests {
  private static let countries = StubAnswer(Target.countries, #"{"countries":[]}"#)

  private static func busy(_ status: Int = 429, _ retryAfter: String = "900") -> StubAnswer {
    StubAnswer(Target.token, status: status, fields: [.retryAfter: retryAfter])
  }

  private static func refusal(_ fixture: Fixture) async -> OpenPaymentsError? {
    do throws(OpenPaymentsError) { _ = try await fixture.client.countries() } catch { return error }
    return nil
  }

  @Test(
    "without a token nobody is asked before that time, and every call says when it is",
    arguments: [(429, "900"), (503, "900"), (429, "Tue, 14 Nov 2023 22:28:20 GMT"), (429, "Tue Nov 14 22:28:20 2023")])
  func remembered(status: Int, retryAfter: String) async throws {
    let fixture = try Fixture(.psd2, [Self.busy(status, retryAfter), .token(), Self.countries])
    let until = fixture.time.now + 900
    #expect(await Self.refusal(fixture)?.message.hasSuffix("try again at 2023-11-14T22:28:20Z (in 15 min)") == true)
    fixture.time.advance(by: .seconds(840))
    let error = try #require(await Self.refusal(fixture))
    #expect(error.kind == .tryLater(at: until) && error.operation == .token)
    #expect(error.message.hasSuffix("try again at 2023-11-14T22:28:20Z (in 60 s)"))
    #expect(error.exchange == fixture.exchanges.entries.last && fixture.exchanges.entries.count == 1)
    #expect(fixture.statuses.entries.last == TokenStatus.none)
    fixture.time.setWallClock(ahead: .seconds(86_400))
    #expect(await Self.refusal(fixture) != nil)
    fixture.time.advance(by: .seconds(60))
    #expect(await Self.refusal(fixture) == nil)
    fixture.stub.expectAllUsed()
  }

  @Test("the time holds for who loses a token as well: one that expires, is refused or is forgotten", arguments: 0..<3)
  func lostToken(way: Int) async throws {
    let refused = way == 1 ? [StubAnswer(Target.countries, status: 401)] : []
    let fixture = try Fixture(.psd2, [.token(expiresIn: "100"), Self.busy()] + refused + [.token("token-2")])
    _ = try await fixture.client.token()
    fixture.time.advance(by: .seconds(95))
    _ = try await fixture.client.token()
    while fixture.events.entries.count < 2 { try await Task.turn() }
    if way == 0 { fixture.time.advance(by: .seconds(10)) }
    if way == 2 { await fixture.client.forgetToken() }
    #expect(await Self.refusal(fixture)?.kind == .tryLater(at: Date(timeIntervalSince1970: 1_700_000_995)))
    #expect(fixture.stub.count(Target.token) == 2)
    fixture.time.advance(by: .seconds(900))
    #expect(try await fixture.client.token().value == Secret("token-2"))
  }

  @Test("a token that another process has fetched meanwhile serves")
  func stored() async throws {
    let store = MemoryTokenStore()
    let fixture = try Fixture(.psd2, [Self.busy(), Self.countries]) { $0.tokenStore = store }
    #expect(await Self.refusal(fixture) != nil)
    _ = try await Fixture(.psd2, [.token("other")]) { $0.tokenStore = store }.client.token()
    #expect(await Self.refusal(fixture) == nil)
    #expect(fixture.stub.lastAuthorization == "Bearer other")
  }

  @Test("whoever asks for a new one in person is not held back, and what comes then counts")
  func inPerson() async throws {
    let fixture = try Fixture(.psd2, [Self.busy(), Self.busy(503, "60"), .token(), Self.countries])
    #expect(await Self.refusal(fixture) != nil)
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.renewToken() }
    #expect(error?.kind == .tryLater(at: fixture.time.now + 60))
    #expect(await Self.refusal(fixture)?.kind == .tryLater(at: fixture.time.now + 60))
    _ = try await fixture.client.renewToken()
    #expect(await Self.refusal(fixture) == nil)
    fixture.stub.expectAllUsed()
  }

  @Test(
    "a time that is over, too far away to be meant or not to be read holds nobody back",
    arguments: ["0", "99999999999999999999", "soon", "Sun, 06 Nov 1994 08:49:37 GMT"])
  func senseless(retryAfter: String) async throws {
    let fixture = try Fixture.tryingOnce(.psd2, [Self.busy(429, retryAfter), .token()])
    _ = try? await fixture.client.token()
    _ = try await fixture.client.token()
    fixture.stub.expectAllUsed()
  }
}
