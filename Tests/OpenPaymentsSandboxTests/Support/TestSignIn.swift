import Foundation
import HTTPTypes
import OpenPaymentsSandbox

/// A user's browser on the way from an application through the sign-in and back.
struct TestSignIn {
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  /// The example of RFC 7636, appendix B.
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
  static let redirectURI = "https://till.example/back?shop=1"

  let client: TestClient
  let application: TestApplication
  let userID: String

  /// An application with all scopes, and the user `asa@example.com` with the password `abc1234`.
  init(_ client: TestClient = TestClient()) throws {
    self.client = client
    application = try client.register(
      name: "Till & <b>Söns</b>", redirectURI: Self.redirectURI,
      scopes: "aspspinformation accountinformation private openid profile email")
    let user = client.post(
      "/portal/testusers", json: #"{"email":"asa@example.com","password":"abc1234","name":"Åsa"}"#)
    userID = try user.object()["id"] as? String ?? ""
  }

  /// The parameters of a good request, some of them replaced; an empty one is left out.
  func authorize(_ replaced: [String: String] = [:], more: String = "") -> SandboxResponse {
    let parameters = [
      "client_id": application.id, "redirect_uri": Self.redirectURI, "response_type": "code",
      "scope": "openid email private", "state": "a/b c", "nonce": "n1", "code_challenge": Self.challenge,
      "code_challenge_method": "S256",
    ].merging(replaced) { $1 }
    let query = parameters.filter { !$0.value.isEmpty }.map { "\($0.key)=\(TestClient.encoded($0.value))" }
    return client.send(.get, "/connect/authorize?\(query.joined(separator: "&"))\(more)")
  }

  /// The ticket in the form of the page.
  func ticket(_ page: SandboxResponse) -> String {
    page.text.firstMatch(of: /name="signin" value="([^"]*)"/).map { String($0.1) } ?? ""
  }

  func enter(_ ticket: String, email: String = "asa@example.com", password: String = "abc1234") -> SandboxResponse {
    client.send(
      .post, "/connect/signin", [.contentType: "application/x-www-form-urlencoded"],
      body: "signin=\(ticket)&email=\(TestClient.encoded(email))&password=\(TestClient.encoded(password))")
  }

  func waiting() throws -> [[String: Any]] { try client.send(.get, "/portal/signins").list("signins") }

  func decide(_ decision: String) throws -> Int {
    let id = try waiting().first?["id"] as? String ?? "none"
    return client.send(.post, "/portal/signins/\(id)/\(decision)").status
  }

  func goOn(_ ticket: String) -> SandboxResponse { client.send(.get, "/connect/signin/\(ticket)") }

  /// The whole way; returns the code.
  func code(_ replaced: [String: String] = [:]) throws -> String {
    let ticket = ticket(authorize(replaced))
    _ = enter(ticket)
    _ = try decide("approve")
    return goOn(ticket).parameters["code"] ?? ""
  }

  func exchange(_ code: String, _ replaced: [String: String] = [:], as other: TestApplication? = nil) -> SandboxResponse
  {
    let parameters = [
      "grant_type": "authorization_code", "code": code, "redirect_uri": Self.redirectURI,
      "code_verifier": Self.verifier,
    ].merging(replaced) { $1 }
    let form = parameters.map { "\($0.key)=\(TestClient.encoded($0.value))" }.joined(separator: "&")
    return client.requestToken("\(form)&\((other ?? application).credentials)")
  }
}

extension SandboxResponse {
  /// The parameters that a redirect brings to the application.
  var parameters: [String: String] {
    let items = URLComponents(string: head.headerFields[.location] ?? "")?.queryItems ?? []
    return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
  }
}
