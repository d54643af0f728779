import FoundationEssentials
import OpenPayments
import Testing

@Suite("Tokens that are stored", .timeLimit(.minutes(1)))
struct TokenStoreTests {
  private static let countries = StubAnswer(Target.countries, #"{"countries":[]}"#)

  private static func fixture(_ script: [StubAnswer], _ store: MemoryTokenStore) throws -> Fixture {
    try Fixture(.psd2, script) { $0.tokenStore = store }
  }

  @Test("a token fetched by one client serves the next, which knows no exchange of it")
  func shared() async throws {
    let store = MemoryTokenStore()
    let first = try Self.fixture([.token()], store)
    #expect(try await first.client.token().exchange != nil)
    let second = try Self.fixture([Self.countries], store)
    let answer = try await second.client.countries()
    #expect(second.stub.lastAuthorization == "Bearer token-1")
    #expect(answer.exchange.tokenExchange == nil)
    #expect(try await second.client.token().expiresAt == first.client.token().expiresAt)
  }

  @Test(
    "a stored token that is due for renewal, expired, or from a time to come is not used", arguments: [-1, 3541, 9999])
  func stale(seconds: Int) async throws {
    let store = MemoryTokenStore()
    let first = try Self.fixture([.token("old")], store)
    _ = try await first.client.token()
    let second = try Self.fixture([.token("new")], store)
    second.time.setWallClock(ahead: .seconds(seconds))
    #expect(try await second.client.token().value.reveal() == "new")
  }

  @Test("a stored token that the API refuses is fetched anew, once, and not taken from the store again")
  func refused() async throws {
    let store = MemoryTokenStore()
    _ = try await Self.fixture([.token("revoked")], store).client.token()
    let refusal = StubAnswer(Target.countries, status: 401)
    let second = try Self.fixture([refusal, .token("good"), Self.countries], store)
    _ = try await second.client.countries()
    #expect(second.stub.lastAuthorization == "Bearer good")
    #expect(store.tokens.map { $0.value.reveal() } == ["good"])
  }

  @Test("a failed fetch leaves nothing behind")
  func failed() async throws {
    let store = MemoryTokenStore()
    let fixture = try Self.fixture([StubAnswer(Target.token, status: 400, #"{"error":"invalid_client"}"#)], store)
    await #expect(throws: OpenPaymentsError.self) { try await fixture.client.token() }
    #expect(store.tokens.isEmpty)
  }

  @Test("no token ever serves another issuer, client, secret or set of scopes")
  func separate() async throws {
    let store = MemoryTokenStore()
    let identities: [(auth: String, id: String, secret: String, scopes: [String])] = [
      ("https://auth.test", "a", "secret", ["x"]), ("https://other.test", "a", "secret", ["x"]),
      ("https://auth.test", "b", "secret", ["x"]), ("https://auth.test", "a", "other", ["x"]),
      ("https://auth.test", "a", "secret", ["x", "y"]), ("https://auth.test:8443", "a", "secret", ["x"]),
      ("https://auth.test", "as", "ecret", ["x"]),
    ]
    for round in 0..<2 {
      for (number, identity) in identities.enumerated() {
        let script = round == 0 ? [StubAnswer.token("token-\(number)")] : []
        let fixture = try Fixture(.psd2, script) { configuration in
          configuration = .init(
            auth: (try? BaseURL(identity.auth)) ?? configuration.auth, api: configuration.api,
            credentials: Credentials(
              clientID: identity.id, clientSecret: Secret(identity.secret), scopes: identity.scopes),
            dialect: .psd2)
          configuration.tokenStore = store
        }
        #expect(try await fixture.client.token().value.reveal() == "token-\(number)")
      }
    }
  }

  @Test("the order of scopes makes no difference")
  func scopeOrder() throws {
    func key(_ scopes: [String]) throws -> TokenKey {
      TokenKey(
        auth: try BaseURL("https://auth.test"),
        credentials: Credentials(clientID: "a", clientSecret: Secret("s"), scopes: scopes))
    }
    #expect(try key(["a", "b"]) == key(["b", "a", "a"]))
  }
}
