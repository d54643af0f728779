/// What an application asks for when it sends a user to sign in.
struct AuthorizationRequest: Codable, Equatable, Sendable {
  let clientID: String
  let redirectURI: String
  let scopes: [Scope]
  let state: String?
  let nonce: String?
  /// Of the method `S256` (RFC 7636).
  let codeChallenge: String

  /// An error that the application is told about (RFC 6749, section 4.1.2.1).
  struct Refusal: Error {
    let code: String
    let text: String
  }

  /// Bytes of `state` and of `nonce`.
  static let maximumTextLength = 2000

  /// - Parameter redirectURI: one of the application's own.
  init(
    _ query: [String: String], application: RegisteredApplication, redirectURI: String
  ) throws(Refusal) {
    guard query["request"] == nil else { throw Refusal(code: "request_not_supported", text: "request is not taken.") }
    guard query["request_uri"] == nil else {
      throw Refusal(code: "request_uri_not_supported", text: "request_uri is not taken.")
    }
    guard let responseType = query["response_type"] else { throw .invalid("response_type is missing.") }
    guard responseType == "code" else {
      throw Refusal(code: "unsupported_response_type", text: "The response type must be code.")
    }
    guard (query["response_mode"] ?? "query") == "query" else { throw .invalid("The response mode must be query.") }
    guard query["code_challenge_method"] == "S256", let challenge = query["code_challenge"], PKCE.isChallenge(challenge)
    else { throw .invalid("PKCE is required: a code_challenge of the code_challenge_method S256.") }
    for name in ["state", "nonce"] where (query[name] ?? "").utf8.count > Self.maximumTextLength {
      throw .invalid("\(name) is longer than \(Self.maximumTextLength) bytes.")
    }
    guard query["prompt"] != "none" else {
      throw Refusal(code: "login_required", text: "Nobody is ever signed in already.")
    }
    guard
      let scopes = Scope.parse(query["scope"] ?? ""), !scopes.isEmpty, scopes.allSatisfy(application.scopes.contains)
    else { throw Refusal(code: "invalid_scope", text: "A scope is missing, unknown or not granted to this client.") }
    clientID = application.clientID
    self.redirectURI = redirectURI
    self.scopes = scopes
    state = query["state"]
    nonce = query["nonce"]
    codeChallenge = challenge
  }
}

extension AuthorizationRequest.Refusal {
  static func invalid(_ text: String) -> Self { Self(code: "invalid_request", text: text) }
}
