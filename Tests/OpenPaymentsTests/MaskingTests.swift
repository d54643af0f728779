import FoundationEssentials
import HTTPTypes
import Testing

@testable import OpenPayments

/// Servers that send back what they were sent, and clients that show everything they know.
@Suite("Secrets stay hidden")
struct MaskingTests {
  private static let token = "tok/en+1234567890=="
  private static let encodedSecret = "s3cr%2Bt%2F%C3%A4%3D%26%25%7E"

  /// Every way in which an exchange, an error or an answer could be shown.
  private func shown(_ things: [Any]) -> String {
    var text = ""
    for thing in things {
      text += "\(thing) \(String(reflecting: thing))"
      dump(thing, to: &text)
      if let exchange = thing as? Exchange {
        text +=
          exchange.request.headerFields.map(\.value).joined() + String(decoding: exchange.requestBody, as: UTF8.self)
        text += (exchange.response?.headerFields.map(\.value) ?? []).joined()
        text += String(decoding: exchange.body, as: UTF8.self)
      }
    }
    return text
  }

  private func expectHidden(_ things: [Any], _ location: SourceLocation = #_sourceLocation) {
    let text = shown(things)
    let escapedToken = Self.token.replacing("/", with: "\\/")
    for secret in [Fixture.secret, Self.encodedSecret, Self.token, "tok%2Fen%2B1234567890%3D%3D", escapedToken] {
      #expect(!text.contains(secret), sourceLocation: location)
    }
  }

  @Test("a token answer that echoes the secret, in every spelling")
  func tokenAnswer() async throws {
    let body = """
      {"access_token":"\(Self.token)","refresh_token":"\(Self.token)x","token_type":"Bearer","expires_in":60,
      "echo":"\(Fixture.secret) \(Self.encodedSecret) \(Self.token.replacing("/", with: "\\/"))"}
      """
    let fields: HTTPFields = [.location: "https://x.test/?s=\(Self.encodedSecret)"]
    let fixture = try Fixture(.psd2, [StubAnswer(Target.token, fields: fields, body)])
    let token = try await fixture.client.token()
    #expect(token.value.reveal() == Self.token)
    expectHidden(fixture.exchanges.entries + [token, fixture.client.configuration, fixture.statuses.entries])
    let recorded = try #require(fixture.exchanges.entries.first)
    #expect(
      String(decoding: recorded.requestBody, as: UTF8.self)
        == "client_id=client-1&client_secret=••••••&scope=aspspinformation+private&grant_type=client_credentials")
    #expect(
      String(decoding: recorded.body, as: UTF8.self).hasPrefix(#"{"access_token":"••••••","refresh_token":"••••••","#))
  }

  @Test("a token endpoint that refuses and echoes the secret")
  func refusedToken() async throws {
    let body = #"{"error":"invalid_client","error_description":"bad \#(Fixture.secret) or \#(Self.encodedSecret)"}"#
    let fixture = try Fixture(.psd2, [StubAnswer(Target.token, status: 400, body)])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.token() }
    expectHidden(fixture.exchanges.entries + [error as Any, error?.description as Any])
    #expect(error?.words?.errorDescription == "bad •••••• or ••••••")
  }

  @Test("a token endpoint that answers with an unusable token")
  func unusableToken() async throws {
    let body = #"{"access_token":"\#(Self.token)","token_type":"mac"}"#
    let fixture = try Fixture(.psd2, [StubAnswer(Target.token, body)])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.token() }
    expectHidden(fixture.exchanges.entries + [error as Any, error?.description as Any])
  }

  @Test("an API that echoes the token in its head and body, good answer or bad", arguments: [200, 302, 400, 401, 500])
  func api(status: Int) async throws {
    let body = #"{"tppMessages":[{"code":"X","text":"Bearer \#(Self.token)"}],"json":"tok\/en+1234567890=="}"#
    let fields: HTTPFields = [
      .wwwAuthenticate: "Bearer error_description=\"\(Self.token)\"", .location: "https://x.test/\(Self.token)",
      .contentType: "text/\(Self.token)",
    ]
    let answer = StubAnswer(Target.countries, status: status, fields: fields, body)
    let fixture = try Fixture(.psd2, [.token(Self.token), .token(Self.token), answer, answer])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    expectHidden(fixture.exchanges.entries + [error as Any, error?.description as Any])
    #expect(fixture.stub.lastAuthorization == "Bearer \(Self.token)")
    #expect(error?.exchange?.request.headerFields[.authorization] == "Bearer ••••••")
  }

  @Test(
    "tokens that the head of their own answer, the next try or the error's words echo, whatever the status",
    arguments: [200, 302, 400, 401, 500])
  func newTokens(status: Int) async throws {
    let earlier = StubAnswer(
      Target.token, status: 503, fields: [.retryAfter: "1", .init("X-Trace")!: "old-token-1"],
      #"{"more":[{"access_token":["old-token-1"]}]}"#)
    let body = """
      {"error":"a","error_description":"not new-token-1","access_token":"new-token-1","refresh_token":"re/fresh",
      "token_type":"Bearer"}
      """
    let fields: HTTPFields = [
      .init("X-Trace")!: "tok=new-token-1", .init("X-re%2Ffresh")!: "b", .init("X-Old")!: "old-token-1 x",
      .location: "https://h/new%2dtoken-1",
    ]
    var answer = StubAnswer(Target.token, status: status, body)
    let reason = HTTPResponse.Status(code: status, reasonPhrase: "OK re/fresh")
    answer.result = .success(
      TransportAnswer(response: HTTPResponse(status: reason, headerFields: fields), body: Array(body.utf8)))
    let fixture = try Fixture(.psd2, [earlier, answer]) { $0.retry.tries = 2 }
    let outcome: Any
    do { outcome = try await fixture.client.token() } catch { outcome = error }
    let shown = shown(fixture.exchanges.entries + [outcome])
    for secret in ["new-token-1", "new%2dtoken-1", "re/fresh", "re%2Ffresh", "old-token-1"] {
      #expect(!shown.contains(secret))
    }
    #expect(fixture.exchanges.entries.map(\.status) == [503, status])
    let archive = HTTPArchive(fixture.exchanges.entries, creator: .init(name: "", version: "")).utf8()
    #expect(!String(decoding: archive, as: UTF8.self).contains("token-1"))
  }

  @Test(
    "a refused token request whose body is a form, a text or cut",
    arguments: [
      ("access_token=leak-1234&token_type=Bearer", "access_token=\(Secret.mask)&token_type=Bearer"),
      ("see https://h/?a=b&id_token=leak-1234 x", "see https://h/?a=b&id_token=\(Secret.mask) x"),
      (#"{"token_type":"Bearer","access_token":"leak-1234"#, ""), (#"["leak-1234"#, ""), ("busy", "busy"),
    ])
  func refusedOtherwise(body: String, kept: String) async throws {
    let fixture = try Fixture.tryingOnce(.psd2, [StubAnswer(Target.token, status: 400, body)])
    _ = try? await fixture.client.token()
    #expect(fixture.exchanges.entries.map { String(decoding: $0.body, as: UTF8.self) } == [kept])
  }

  @Test("what a token error says with a code or a state stays readable")
  func errorCodes() async throws {
    let body = #"{"code":"ERR_42","state":"disabled","tppMessages":[{"category":"ERROR","code":"TOKEN_UNKNOWN"}]}"#
    let fixture = try Fixture.tryingOnce(.psd2, [StubAnswer(Target.token, status: 400, body)])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.token() }
    #expect(String(decoding: error?.exchange?.body ?? [], as: UTF8.self) == body)
    #expect(error?.words?.messages.map(\.code) == ["TOKEN_UNKNOWN"])
  }

  @Test("what is told of a malformed answer holds no piece of a token, however long that is")
  func malformed() async throws {
    let token = String(repeating: "0123456789", count: 7)
    var answer = StubAnswer(Target.countries)
    answer.result = .failure(TransportFailure(.malformed(MalformedAnswer(.name, line: 2, text: "X-\(token) Y"))))
    let error = try await Fixture.error(.psd2, [.token(token), answer])
    guard case .malformed(let told)? = error.exchange?.failure else { throw error }
    #expect(!told.text.contains("0123") && told.text.count <= 41)
  }

  @Test("a secret that is not ASCII is masked in character sets that the body is not said to be in")
  func characterSets() async throws {
    let token = "tok-en-of-more-than-16-bytes"
    let utf32 = "[\"\(token)\"]".utf8.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }
    var answer = StubAnswer(Target.countries)
    answer.result = answer.result.map { TransportAnswer(response: $0.response, body: utf32) }
    let exchange = try await Fixture(.psd2, [.token(token), answer]).client.get("/psd2/aspspinformation/v1/countries")
    #expect(!exchange.body.filter { $0 != 0 }.contains(Array("more-than".utf8)))
    let latin1 = SecretNeedle.needles(of: [Secret("pässwörd")]).map(\.bytes)
    #expect(latin1.contains([0x70, 0xE4, 0x73, 0x73, 0x77, 0xF6, 0x72, 0x64]))
  }

  @Test("a short token does not spoil what the API answers: only a string that is all of it is masked")
  func shortToken() async throws {
    let body = #"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}],"Sweden" : "in Sweden","x":"\"Sweden"}"#
    let fixture = try Fixture(.psd2, [.token("Sweden"), StubAnswer(Target.countries, body)])
    let answer = try await fixture.client.countries()
    #expect(answer.value.map(\.name) == ["Sweden"])
    #expect(
      String(decoding: answer.exchange.body, as: UTF8.self)
        == body.replacing(#":"Sweden""#, with: #":"\#(Secret.mask)""#))
  }

  @Test("a secret of few bytes in what the API answers", arguments: ["Tr0ub4dor&3xyz!", "12345678"])
  func shortSecret(secret: String) async throws {
    let body = #"{"client_secret":"\#(secret)","m":"secret \#(secret) of x"}"#
    let fixture = try Fixture(.psd2, [.token(), StubAnswer(Target.countries, status: 403, body)]) {
      $0.credentials = Credentials(clientID: "a", clientSecret: Secret(secret), scopes: [])
    }
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(
      String(decoding: error?.exchange?.body ?? [], as: UTF8.self) == body.replacing(secret, with: Secret.mask))
  }

  @Test("a secret shows a mask however it is printed")
  func secret() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect("\(secret)" == "••••••")
    #expect(String(reflecting: secret) == "••••••")
    #expect(!dumped.contains("hunter2"))
    #expect(!shown([Credentials(clientID: "a", clientSecret: secret, scopes: [])]).contains("hunter2"))
  }
}
