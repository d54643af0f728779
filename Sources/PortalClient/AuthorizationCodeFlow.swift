import FoundationEssentials
import HTTPTypes
import JSONText
public import OpenPayments

/// A user's sign-in to an application of the sandbox with an authorization code (RFC 6749, section 4.1; OpenID Connect Core
/// 1.0, section 3.1), step by step. It plays the application and the user's browser; the second factor is somebody else's.
public struct AuthorizationCodeFlow: Sendable {
  /// The page that asks for the password.
  public struct PasswordPage: Sendable, Hashable {
    let ticket: Secret
    let server: ServerMetadata
    public let exchange: Exchange
  }

  /// The page that waits for the second factor.
  public struct WaitingPage: Sendable, Hashable {
    let ticket: Secret
    let server: ServerMetadata
    /// The second factor must show the same.
    public let number: Int
    public let exchange: Exchange
  }

  /// What the second factor has decided.
  public enum Decision: Sendable, Hashable {
    case open
    /// Led back to the application with a code.
    case approved(AuthorizationCode)
  }

  /// A code that the application redeems for tokens, once.
  public struct AuthorizationCode: Sendable, Hashable {
    let code: Secret
    let server: ServerMetadata
    public let exchange: Exchange
  }

  /// What the application gets in the end; the tokens themselves are dropped.
  public struct SignedIn: Sendable, Hashable {
    public let scopes: [String]
    /// How long the access token is good; nil if the answer doesn't say.
    public let lifetime: Duration?
    /// Who has signed in, as the id token claims; its signature is not checked.
    public let idToken: JSONWebToken
    public let exchange: Exchange
  }

  private let auth: BaseURL
  private let caller: RecordedCaller
  private let time: TimeSource
  private let credentials: Credentials
  private let redirectURI: String
  private let key = ProofKey()
  private let state = RandomText.make(bytes: 16)
  private let nonce = RandomText.make(bytes: 16)

  /// - Parameters:
  ///   - credentials: the application's; its scopes are asked for, and `openid` with them.
  ///   - redirectURI: one of the application's.
  public init(_ portal: Portal, as credentials: Credentials, redirectURI: String) {
    auth = portal.auth
    caller = portal.caller
    time = portal.time
    let scopes = ["openid"] + credentials.scopes.filter { $0 != "openid" }
    self.credentials = Credentials(
      clientID: credentials.clientID, clientSecret: credentials.clientSecret, scopes: scopes)
    self.redirectURI = redirectURI
  }

  /// Sends the user to the sign-in page, of a server that has said who it is.
  public func begin() async throws(PortalError) -> PasswordPage {
    let server = try await ServerMetadata.read(from: auth, by: caller)
    let query = FormText.encode([
      "response_type": "code", "client_id": credentials.clientID, "redirect_uri": redirectURI,
      "scope": credentials.scope, "state": state, "nonce": nonce, "code_challenge": key.challenge,
      "code_challenge_method": "S256",
    ])
    let answer = try await caller.answer(
      .init(.signIn, HTTPRequest(method: .get, url: auth, path: "/connect/authorize?\(query)")) { _, body in
        Self.ticket(body).map { [$0] } ?? []
      })
    guard answer.response.status == .ok, let ticket = Self.ticket(answer.body) else { throw refusal(answer) }
    return PasswordPage(ticket: ticket, server: server, exchange: answer.exchange)
  }

  /// Fills in the page.
  public func enter(
    email: String, password: Secret, on page: PasswordPage
  ) async throws(PortalError) -> WaitingPage {
    func form(_ ticket: String, _ password: String) -> [UInt8] {
      Array(FormText.encode(["signin": ticket, "email": email, "password": password]).utf8)
    }
    var request = HTTPRequest(method: .post, url: auth, path: "/connect/signin")
    request.headerFields[.contentType] = "application/x-www-form-urlencoded"
    let masked = String(decoding: form("", ""), as: UTF8.self)
      .replacing("signin=", with: "signin=\(Secret.mask)").replacing("password=", with: "password=\(Secret.mask)")
    let answer = try await caller.answer(
      .init(
        .signIn, request, body: form(page.ticket.reveal(), password.reveal()), maskedBody: Array(masked.utf8),
        secrets: [page.ticket, password]))
    guard answer.response.status == .ok, let number = Self.number(answer.body) else { throw refusal(answer) }
    return WaitingPage(ticket: page.ticket, server: page.server, number: number, exchange: answer.exchange)
  }

  /// Looks whether the second factor has decided. Only a decision is recorded.
  public func decision(on page: WaitingPage) async throws(PortalError) -> Decision {
    let look = RecordedCaller.Call(
      .signIn,
      HTTPRequest(
        method: .get, url: auth, path: "/connect/signin/\(PercentEncoding.pathSegment(page.ticket.reveal()))"),
      secrets: [page.ticket],
      findSecrets: { response, _ in Self.parameters("code", of: response).map { Secret($0) } })
    let answer = try await caller.answer(look) { $0.status != 200 }
    if answer.response.status == .ok { return .open }
    guard answer.response.status == .seeOther else { throw refusal(answer) }
    let response = try AuthorizationResponse(answer, to: redirectURI)
    let code = try response.code(for: state, from: page.server)
    return .approved(AuthorizationCode(code: code, server: page.server, exchange: answer.exchange))
  }

  /// Redeems the code.
  public func redeem(_ code: AuthorizationCode) async throws(PortalError) -> SignedIn {
    func form(_ code: String, _ secret: String, _ verifier: String) -> [UInt8] {
      let text = FormText.encode([
        "grant_type": "authorization_code", "code": code, "redirect_uri": redirectURI,
        "client_id": credentials.clientID, "client_secret": secret, "code_verifier": verifier,
      ])
      return Array(text.utf8)
    }
    var request = HTTPRequest(method: .post, url: auth, path: "/connect/token")
    request.headerFields[.contentType] = "application/x-www-form-urlencoded"
    request.headerFields[.accept] = "application/json"
    let secrets = [code.code, credentials.clientSecret, key.verifier]
    let masked = String(decoding: form("", "", ""), as: UTF8.self)
      .replacing("code=&", with: "code=\(Secret.mask)&").replacing(
        "client_secret=", with: "client_secret=\(Secret.mask)"
      )
      .replacing("code_verifier=", with: "code_verifier=\(Secret.mask)")
    let answer = try await caller.answer(
      .init(
        .token, request, body: form(code.code.reveal(), credentials.clientSecret.reveal(), key.verifier.reveal()),
        maskedBody: Array(masked.utf8), secrets: secrets))
    guard answer.response.status == .ok, let root = JSONDocument(answer.body).root,
      root["access_token"]?.string != nil
    else { throw PortalError(refusal: answer) }
    guard let text = root["id_token"]?.string, let idToken = JSONWebToken(Secret(text)) else {
      throw PortalError("The answer has no id token that could be read.", exchange: answer.exchange)
    }
    let rules = IDTokenRules(issuer: code.server.issuer, clientID: credentials.clientID, nonce: nonce)
    if let problem = rules.problem(idToken, at: time.now()) {
      throw PortalError(problem, exchange: answer.exchange)
    }
    return SignedIn(
      scopes: root["scope"]?.string?.split(separator: " ").map(String.init) ?? credentials.scopes,
      lifetime: root["expires_in"]?.lifetime, idToken: idToken,
      exchange: answer.exchange)
  }

  // MARK: - Pages

  /// A refusal is a page, or a redirect to the application with the reason.
  private func refusal(_ answer: RecordedCaller.Answer) -> PortalError {
    let words =
      Self.parameter("error_description", of: answer.response) ?? Self.text(answer.body, from: "<p role=\"alert\">")
      ?? Self.text(answer.body, from: "<p>")
    return words.map { PortalError($0, exchange: answer.exchange) } ?? PortalError(refusal: answer)
  }

  private static func ticket(_ page: [UInt8]) -> Secret? {
    between("name=\"signin\" value=\"", "\"", page).map { Secret($0) }
  }

  private static func number(_ page: [UInt8]) -> Int? {
    between("<p class=\"number\">", "<", page).flatMap { Int($0) }
  }

  private static func text(_ page: [UInt8], from tag: String) -> String? { between(tag, "</p>", page) }

  private static func between(_ start: String, _ end: String, _ page: [UInt8]) -> String? {
    let text = String(decoding: page, as: UTF8.self)
    guard let begin = text.firstRange(of: start)?.upperBound, let close = text[begin...].firstRange(of: end) else {
      return nil
    }
    return String(text[begin..<close.lowerBound])
  }

  private static func parameter(_ name: String, of response: HTTPResponse) -> String? {
    parameters(name, of: response).first
  }

  /// Of a redirect that says it more than once, all.
  private static func parameters(_ name: String, of response: HTTPResponse) -> [String] {
    let items = response.headerFields[.location].flatMap { URLComponents(string: $0) }?.queryItems ?? []
    return items.filter { $0.name == name }.compactMap(\.value)
  }
}
