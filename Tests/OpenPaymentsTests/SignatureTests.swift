import Crypto
import CryptoExtras
import Foundation
import HTTPTypes
import OpenPayments
import Testing

@Suite("Signatures", .timeLimit(.minutes(1)))
struct SignatureTests {
  private static let key = P256.Signing.PrivateKey()

  /// What comes of checking a token against what an issuer publishes.
  private func check(
    _ token: String, _ published: StubAnswer..., after wait: Duration = .zero
  ) async throws -> (SignatureCheck, Fixture) {
    let fixture = try Fixture.tryingOnce(.psd2, [.token(token)] + published)
    _ = try await fixture.client.token()
    fixture.time.advance(by: wait)
    let check = try await fixture.client.checkSignature(of: try #require(fixture.reports.last))
    fixture.stub.expectAllUsed()
    return (check, fixture)
  }

  @Test("a token signed with a published ES256 key is valid; the calls carry no token and are recorded")
  func es256() async throws {
    let keys = TestToken.keys(P256.Signing.PrivateKey().publicKey.published("other"), Self.key.publicKey.published())
    let token = try TestToken().signed(with: Self.key)
    let (check, fixture) = try await check(token, TestToken.discovery(), keys)
    #expect(check == .valid(keyID: "key-1", algorithm: "ES256"))
    #expect(fixture.exchanges.entries.map(\.operation) == [.token, .discovery, .keys])
    for request in fixture.stub.requests.dropFirst() {
      #expect(request.request.headerFields[.authorization] == nil)
      #expect(!request.text.contains(token) && !request.text.contains(Fixture.secret))
    }
  }

  @Test("a token signed with a published RS256 key is valid")
  func rs256() async throws {
    let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let token = try TestToken(header: #"{"alg":"RS256","kid":"key-1"}"#).signed(with: key)
    let keys = TestToken.keys(try key.publicKey.published())
    #expect(try await check(token, TestToken.discovery(), keys).0 == .valid(keyID: "key-1", algorithm: "RS256"))
    let changed = token.dropLast(4) + "AAAA"
    #expect(try await check(String(changed), TestToken.discovery(), keys).0 == .invalid(keyID: "key-1"))
  }

  @Test(
    "with an extension that must be known it is not taken, however well it is signed",
    arguments: ["[\"x\"]", "[]", "1"])
  func extensions(critical: String) async throws {
    let token = try TestToken(header: #"{"alg":"ES256","kid":"key-1","crit":\#(critical),"x":1}"#).signed(
      with: Self.key)
    #expect(try await check(token).0 == .unknownExtensions)
  }

  @Test("signed with another key, or about other claims, it is invalid")
  func invalid() async throws {
    let keys = TestToken.keys(Self.key.publicKey.published())
    let forged = try TestToken().signed(with: P256.Signing.PrivateKey())
    #expect(try await check(forged, TestToken.discovery(), keys).0 == .invalid(keyID: "key-1"))
    let good = try TestToken().signed(with: Self.key)
    let signature = good.split(separator: ".")[2]
    let changed = TestToken(claims: TestToken().claims.replacing("client-1", with: "client-2"))
    #expect(
      try await check("\(changed.message).\(signature)", TestToken.discovery(), keys).0 == .invalid(keyID: "key-1"))
    #expect(try await check(TestToken().signed([]), TestToken.discovery(), keys).0 == .invalid(keyID: "key-1"))
  }

  @Test("without a name the only key is it; of several none is")
  func keyNames() async throws {
    let unnamed = try TestToken(header: #"{"alg":"ES256"}"#).signed(with: Self.key)
    let key = Self.key.publicKey.published()
    let good = try await check(unnamed, TestToken.discovery(), TestToken.keys(key)).0
    #expect(good == .valid(keyID: nil, algorithm: "ES256"))
    let several = try await check(unnamed, TestToken.discovery(), TestToken.keys(key, key)).0
    #expect(several == .noSuchKey(keyID: nil))
    let named = try TestToken().signed(with: Self.key)
    let other = try await check(named, TestToken.discovery(), TestToken.keys(Self.key.publicKey.published("key-2"))).0
    #expect(other == .noSuchKey(keyID: "key-1"))
  }

  @Test("keys that are broken, of another kind or for another algorithm are of no use")
  func unusableKeys() async throws {
    let token = try TestToken().signed(with: Self.key)
    let broken = [
      #"{"kty":"EC","crv":"P-256","kid":"key-1","x":"AAAA","y":"AAAA"}"#,
      #"{"kty":"EC","crv":"P-256","kid":"key-1","x":7}"#, #"{"kty":"RSA","kid":"key-1","n":"AQAB","e":"AQAB"}"#,
      Self.key.publicKey.published(more: #","alg":"ES384""#),
    ]
    for key in broken {
      let check = try await check(token, TestToken.discovery(), TestToken.keys(key)).0
      #expect(check == .unusableKey(keyID: "key-1"), "\(key)")
    }
    for keys in [TestToken.keys(), TestToken.keys("7", "{}", #"{"kty":"EC","use":"enc","kid":"key-1"}"#)] {
      #expect(try await check(token, TestToken.discovery(), keys).0 == .noKeys)
    }
  }

  @Test("another issuer's token is not checked any further")
  func otherIssuer() async throws {
    let claims = TestToken().claims.replacing("https://auth.test", with: "https://evil.test")
    let check = try await check(try TestToken(claims: claims).signed(with: Self.key), TestToken.discovery()).0
    #expect(check == .otherIssuer(token: "https://evil.test", published: "https://auth.test"))
  }

  @Test(
    "nor is one by the keys of an issuer that has another address than the one asked, even if both agree",
    arguments: [
      "https://evil.test", "http://auth.test", "https://auth.test:444", "https://auth.test/a", "https://auth.test//",
      "https://AUTH.test", "https://auth.test.", "https://auth.test?", "https://auth.test/?a=b", "",
    ])
  func issuerElsewhere(issuer: String) async throws {
    let claims = TestToken().claims.replacing("https://auth.test", with: issuer)
    let token = try TestToken(claims: claims).signed(with: Self.key)
    let check = try await check(token, TestToken.discovery(issuer)).0
    #expect(check == .issuerElsewhere(published: issuer, asked: "https://auth.test"))
    #expect(!check.isValid && check.words.contains("asked for at https://auth.test"))
  }

  @Test("a slash at the end of an issuer is part of its name, though not of its address")
  func slash() async throws {
    let keys = TestToken.keys(Self.key.publicKey.published())
    let claims = TestToken().claims.replacing("https://auth.test", with: "https://auth.test/")
    let token = try TestToken(claims: claims).signed(with: Self.key)
    #expect(try await check(token, TestToken.discovery("https://auth.test/"), keys).0.isValid)
    let other = try await check(token, TestToken.discovery()).0
    #expect(other == .otherIssuer(token: "https://auth.test/", published: "https://auth.test"))
  }

  @Test(
    "an address may be written in other ways than its issuer's name",
    arguments: [
      ("https://Auth.Test:443", "https://auth.test"), ("https://auth.test/a/", "https://auth.test/a"),
      ("http://LOCALHOST:80", "http://localhost"), ("https://auth.test:8443", "https://auth.test:8443"),
    ])
  func spellings(address: String, issuer: String) throws {
    #expect(try BaseURL(address).isAddress(ofIssuer: issuer))
    #expect(try !BaseURL(address).isAddress(ofIssuer: issuer + "x"))
  }

  @Test(
    "keys are fetched from the auth host alone, and not in plain text",
    arguments: [
      "https://evil.test/keys", "http://auth.test/keys", "https://auth.test.evil.test/keys", "/keys", "",
      "file:///keys",
      "https://user@auth.test/keys", "https://auth.test:0/keys", "https://auth.test/ke ys", "//auth.test/keys",
    ])
  func keysElsewhere(address: String) async throws {
    let token = try TestToken().signed(with: Self.key)
    #expect(try await check(token, TestToken.discovery(keys: address)).0 == .keysElsewhere(address))
  }

  @Test("what is unsigned, signed otherwise or opaque is told without a call", arguments: ["none", "HS256", "ES512"])
  func noCall(algorithm: String) async throws {
    let token = TestToken(header: #"{"alg":"\#(algorithm)"}"#).signed([])
    #expect(try await check(token).0 == .unsupportedAlgorithm(algorithm))
    #expect(try await check(TestToken(header: "{}").signed([])).0 == .unsupportedAlgorithm(nil))
    #expect(try await check("opaque").0 == .noWebToken)
  }

  @Test("a well signed token that has expired by its own account is told to have")
  func expired() async throws {
    let claims = #"{"iss":"https://auth.test","exp":1700000010}"#
    let token = try TestToken(claims: claims).signed(with: Self.key)
    let keys = TestToken.keys(Self.key.publicKey.published())
    let check = try await check(token, TestToken.discovery(), keys, after: .seconds(10)).0
    #expect(check == .expired(keyID: "key-1", at: Date(timeIntervalSince1970: 1_700_000_010)))
  }

  @Test("a token that another one has replaced is not checked")
  func replaced() async throws {
    let token = try TestToken().signed(with: Self.key)
    let fixture = try Fixture.tryingOnce(.psd2, [.token(token), .token(token)])
    _ = try await fixture.client.token()
    let report = try #require(fixture.reports.last)
    _ = try await fixture.client.renewToken()
    #expect(try await fixture.client.checkSignature(of: report) == .replaced)
  }

  @Test("what is published there may fail or be anything", arguments: [404, 401, 403, 500, 200])
  func failures(status: Int) async throws {
    let token = try TestToken().signed(with: Self.key)
    let fixture = try Fixture.tryingOnce(
      .psd2, [.token(token), StubAnswer("GET /.well-known/openid-configuration", status: status, "[]")])
    _ = try await fixture.client.token()
    let error = await #expect(throws: OpenPaymentsError.self) {
      try await fixture.client.checkSignature(of: try #require(fixture.reports.last))
    }
    #expect(error?.operation == .discovery && error?.exchange?.status == status)
    #expect(![.tokenRefused, .forbidden].contains(error?.kind))
  }
}

extension Fixture {
  var reports: [TokenReport] {
    events.entries.compactMap { if case .obtained(let report) = $0 { report } else { nil } }
  }
}
