import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("Errors in words")
struct ErrorTextTests {
  private static let auth = " at https://auth.test"
  private static let api = " at https://api.test"
  private static let wrongPair =
    "wrong client id or secret, or those of another environment: the platform answers 400 invalid_client to either"
  private static let wait = "wait a little, then try again"
  /// ID stands for what the call carried.
  private static let support = "try again, and give the platform's support the X-Request-ID ID if it stays"
  private static let supportWithoutID =
    "try again, and tell the platform's support what was called and when if it stays"

  private func token(_ status: Int, _ body: String) async throws -> OpenPaymentsError {
    try await Fixture.error(.psd2, [StubAnswer(Target.token, status: status, body)])
  }

  private func call(
    _ answers: [StubAnswer], token: StubAnswer = .token()
  ) async throws -> OpenPaymentsError {
    let fixture = try Fixture(.psd2, [token] + answers)
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    fixture.stub.expectAllUsed()
    return try #require(error)
  }

  @Test(
    "a refused token request",
    arguments: [
      (400, #"{"error":"invalid_client"}"#, "credentials refused\(auth) (400 invalid_client); \(wrongPair)"),
      (401, #"{"error":"invalid_client"}"#, "credentials refused\(auth) (401 invalid_client); \(wrongPair)"),
      (401, "", "credentials refused\(auth) (401); \(wrongPair)"),
      (
        400, #"{"error":"unauthorized_client"}"#,
        "credentials refused\(auth) (400 unauthorized_client); the application may not ask for tokens this way: "
          + "check its grant types in the platform's portal"
      ),
      (
        400, #"{"error":"invalid_scope","error_description":"no"}"#,
        "scope refused\(auth) (400 invalid_scope; no); add the context private or corporate to the scope "
          + "(aspspinformation private); today's sandbox may want accountinformation"
      ),
      (
        400, #"{"error":"invalid_request"}"#,
        "request rejected\(auth) (400 invalid_request); the token endpoint misses a field, or has one too many: "
          + "look at the request's form"
      ),
      (
        400, #"{"error":"unsupported_grant_type"}"#,
        "request rejected\(auth) (400 unsupported_grant_type); this token endpoint does not know the grant "
          + "client_credentials: check the auth address"
      ),
      (
        404, "<html>",
        "request rejected\(auth) (404); no token endpoint is there: check the auth address, to which /connect/token "
          + "is appended"
      ),
      (
        400, "<html>",
        "request rejected\(auth) (400); check the auth address, and look at the exchange to see what was sent"
      ),
      (503, "", "busy or down\(auth) (503); \(wait)"), (500, "", "server fault\(auth) (500); \(supportWithoutID)"),
      (200, "", "unusable answer\(auth): it has no body; check the auth address and the dialect"),
    ])
  func tokenRequest(status: Int, body: String, text: String) async throws {
    #expect(try await token(status, body).description == text)
  }

  @Test(
    "a refused call of the API",
    arguments: [
      (401, "token refused\(api) (401); check that the auth and API addresses belong to the same environment"),
      (
        403,
        "not allowed\(api) (403); the token's scope (aspspinformation private) does not cover this call: "
          + "ask for aspspinformation with private or corporate"
      ),
      (404, "not found (404); check the API address and the dialect"),
      (400, "request rejected\(api) (400); look at the exchange (X-Request-ID ID) to see what was sent"),
      (408, "busy or down\(api) (408); \(wait)"), (503, "busy or down\(api) (503), tried 3 times; \(wait)"),
      (500, "server fault\(api) (500); \(support)"),
    ])
  func refusedCall(status: Int, text: String) async throws {
    let answer = StubAnswer(Target.countries, status: status)
    let rest = status == 401 ? [.token("token-2"), answer] : status == 503 ? [answer, answer] : []
    let error = try await call([answer] + rest)
    let id = try #require(error.request?.headerFields[HTTPField.Name("X-Request-ID")!])
    #expect(id == error.exchangeID?.uuidString)
    #expect(error.description == text.replacing(" ID", with: " \(id)"))
  }

  @Test("a record that is not found")
  func record() async throws {
    let target = "GET /psd2/aspspinformation/v1/aspsps/ESSESESS"
    let body = #"{"tppMessages":[{"category":"ERROR","code":"RESOURCE_UNKNOWN"}]}"#
    let answer = StubAnswer(target, status: 404, body)
    let error = try await Fixture.error(.psd2, [.token(), answer]) { _ = try await $0.aspsp("ESSESESS") }
    #expect(error.description == "not found (404 RESOURCE_UNKNOWN); check the country, city or BIC")
  }

  @Test("a 403 tells the scope that was granted, cut if it is long, without secrets")
  func grantedScope() async throws {
    func suggestion(_ scope: String) async throws -> String {
      let token = StubAnswer(
        Target.token, #"{"access_token":"abcdefgh","token_type":"Bearer","expires_in":9,"scope":"\#(scope)"}"#)
      return try await call([StubAnswer(Target.countries, status: 403)], token: token).suggestion
    }
    #expect(try await suggestion("paymentinitiation").hasPrefix("the token's scope (paymentinitiation) does not"))
    let long = try await suggestion(String(repeating: "x", count: 5000))
    #expect(long.hasPrefix("the token's scope (\(String(repeating: "x", count: 39))…) does"))
    #expect(long.count <= 160)
    #expect(try await suggestion("abcdefgh \(Fixture.secret)").hasPrefix("the token's scope (•••••• ••••••) does"))
    #expect(try await suggestion("").hasPrefix("the token's scope does not cover this call"))
  }

  @Test(
    "the time to come back is told, and how long that is",
    arguments: [
      ("11", "2023-11-14T22:13:31Z (in 11 s)"), ("120", "2023-11-14T22:15:20Z (in 120 s)"),
      ("121", "2023-11-14T22:15:21Z (in 3 min)"), ("900", "2023-11-14T22:28:20Z (in 15 min)"),
      ("7201", "2023-11-15T00:13:21Z (in 3 h)"), ("864000", "2023-11-24T22:13:20Z (in 10 d)"),
    ])
  func comeBack(retryAfter: String, words: String) async throws {
    let answer = StubAnswer(Target.countries, status: 429, fields: [.retryAfter: retryAfter])
    #expect(
      try await call([answer]).description
        == "busy or down\(Self.api) (429), try again at \(words); "
        + "wait until then: earlier tries will fail too")
  }

  @Test(
    "a call without an answer",
    arguments: [
      (TransportFailure.Reason.hostNotFound, "host not found", "check the host name, and that this machine is online"),
      (.connectionRefused, "connection refused", "check the host and port"),
      (.noConnection("no route"), "no connection (no route)", "check the host and port"),
      (.silent(.seconds(10)), "no answer for 10 s", "check the host, or allow more time"),
      (.tooSlow(.milliseconds(1500)), "no complete answer within 1.5 s", "check the host, or allow more time"),
      (
        .untrustedCertificate("old"), "certificate not trusted (old)",
        "check the host, or name its certificate authority as an extra CA file"
      ),
      (
        .proxy("407"), "no way through the proxy (407)", "check the proxy variables (https_proxy, http_proxy, no_proxy)"
      ),
      (
        .proxyRefused("x"), "no way through the proxy (x)",
        "check the proxy variables (https_proxy, http_proxy, no_proxy)"
      ),
      (.tls("x"), "no secure connection (x)", "check that the address speaks https"),
      (.notHTTP, "the answer is not HTTP", "check the address, and whether it begins with http or https"),
      (
        .malformed(MalformedAnswer(.twoLengths, line: 3, text: "2 and 3")),
        "the answer is not valid HTTP (two Content-Length fields, 2 and 3, on line 3)",
        "tell the server's support what is wrong (X-Request-ID #ID), or try without what stands in between"
      ),
      (.cutShort, "connection closed too early", "try again"), (.other("x"), "call failed (x)", "try again"),
    ])
  func unreachable(reason: TransportFailure.Reason, message: String, suggestion: String) async throws {
    let failure = StubAnswer(Target.countries, failing: TransportFailure(reason))
    let error = try await Fixture.error(.psd2, [.token(), failure])
    let id = error.exchange?.request.headerFields[HTTPField.Name("X-Request-ID")!] ?? ""
    #expect(error.description == "\(message)\(Self.api); \(suggestion.replacing("#ID", with: id))")
  }

  @Test(
    "an answer that can't be used",
    arguments: [
      (UnusableAnswer.empty, "it has no body", "check the API address and the dialect"),
      (.notJSON(contentType: "text/html"), "not JSON but text/html", "check the API address and the dialect"),
      (.notJSON(contentType: nil), "not JSON", "check the API address and the dialect"),
      (
        .brokenJSON(offset: 7, reason: "end of text"), "broken JSON at byte 7 (end of text)",
        "look at the raw answer, and try again"
      ),
      (.unexpected("x"), "x", "check the API address and the dialect"),
      (.messages, "it holds tppMessages in place of data", "look at the raw answer, and try again"),
      (.redirected("https://a"), "a redirect to https://a", "check the API address and the dialect"),
      (
        .notModified(condition: nil), "304 Not Modified: nothing to show; the call carried no condition",
        "something in between answers in the server's place: ask for Cache-Control: no-cache"
      ),
      (
        .notModified(condition: "If-None-Match"), "304 Not Modified: nothing to show, as If-None-Match asked",
        "leave the condition out to get the body"
      ),
      (
        .switchingProtocols(to: "h2c"),
        "101 Switching Protocols: it would go on in h2c, which the call did not ask for",
        "check the address: it belongs to something other than an HTTP API"
      ),
      (.tooLarge(limit: 1_048_576), "larger than 1 MiB", "ask for less, such as one city"),
      (.tooManyValues, "it holds more values than a directory of banks could", "ask for less, such as one city"),
      (.cutShort, "the connection closed before its end", "look at the raw answer, and try again"),
    ])
  func unusable(answer: UnusableAnswer, words: String, suggestion: String) {
    let error = OpenPaymentsError(.unusable(answer), operation: .countries)
    #expect(error.description == "unusable answer: \(words); \(suggestion)")
  }

  @Test("an error before any call has none to show")
  func noCall() {
    let unsupported = OpenPaymentsError(.unsupported, operation: .city)
    #expect(unsupported.description == "the seed dialect has no such call; use the psd2 dialect")
    let cancelled = OpenPaymentsError(.cancelled, operation: .token)
    #expect(cancelled.description == "cancelled; nothing was changed")
    for error in [unsupported, cancelled] {
      #expect(error.exchangeID == nil && error.request == nil && error.response == nil && error.earlierTries.isEmpty)
    }
  }

  @Test("an error leads to its call")
  func call() async throws {
    let error = try await call([StubAnswer(Target.countries, status: 403, fields: [.init("X-Request-ID")!: "abc"])])
    #expect(error.exchangeID == UUID(number: 2))
    #expect(error.request?.path == "/psd2/aspspinformation/v1/countries")
    #expect(error.request?.headerFields[.authorization] == "Bearer ••••••")
    #expect(error.response?.headerFields[.init("X-Request-ID")!] == "abc")
  }

  @Test("whatever fails, wherever: one line each of what happened and what to do", arguments: Operation.allCases)
  func lines(operation: OpenPayments.Operation) {
    let reasons: [TransportFailure.Reason] = [
      .hostNotFound, .connectionRefused, .noConnection(""), .silent(.seconds(1)), .tooSlow(.seconds(1)),
      .untrustedCertificate(""), .tls(""), .proxy(""), .proxyRefused(""), .notHTTP, .cutShort, .tooLarge(limit: 1),
      .cancelled, .other(""),
      .malformed(MalformedAnswer(.fieldTooLong, line: 256, text: String(repeating: "X", count: 40))),
    ]
    let answers: [UnusableAnswer] = [
      .empty, .notJSON(contentType: nil), .brokenJSON(offset: 0, reason: ""), .unexpected("x"), .messages,
      .compressed("br"), .brokenCompression("gzip"), .redirected(nil), .tooLarge(limit: 1), .tooManyValues, .cutShort,
      .notModified(condition: nil), .notModified(condition: "If-Modified-Since"), .switchingProtocols(to: nil),
    ]
    let kinds: [OpenPaymentsError.Kind] =
      reasons.map { .unreachable($0) } + answers.map { .unusable($0) } + [
        .credentialsRefused, .scopeRefused, .tokenRefused, .forbidden, .notFound, .tryLater(at: nil),
        .tryLater(at: Date(timeIntervalSince1970: 0)), .rejected, .serverFault, .unsupported, .cancelled,
      ]
    for kind in kinds {
      let error = OpenPaymentsError(kind, operation: operation)
      for text in [error.message, error.suggestion] {
        #expect((5...160).contains(text.count) && !text.hasSuffix(".") && !text.contains("\n"), "\(kind): \(text)")
      }
    }
  }
}
