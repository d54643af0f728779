import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

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

  @Test("a short token does not spoil what the API answers")
  func shortToken() async throws {
    let body = #"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#
    let fixture = try Fixture(.psd2, [.token("Sweden"), StubAnswer(Target.countries, body)])
    let answer = try await fixture.client.countries()
    #expect(answer.value.map(\.name) == ["Sweden"])
    #expect(answer.exchange.body == Array(body.utf8))
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
