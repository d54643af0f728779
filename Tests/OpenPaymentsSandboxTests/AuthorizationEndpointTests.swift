import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import PortalRules
import Testing

@Suite("Authorization endpoint")
struct AuthorizationEndpointTests {
  @Test("A good request is answered with a form on a plain page that nobody stores or frames")
  func page() throws {
    let response = try TestSignIn().authorize()
    #expect(response.status == 200)
    let fields = response.head.headerFields
    #expect(fields[.contentType] == "text/html; charset=utf-8")
    #expect(fields[.contentSecurityPolicy] == "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
    #expect(fields[.cacheControl] == "no-store")
    #expect(fields[HTTPField.Name("X-Frame-Options")!] == "DENY")
    #expect(!response.text.contains("<script"))
    #expect(response.text.contains("method=\"post\" action=\"/connect/signin\""))
  }

  @Test("What others have written is escaped")
  func escaping() throws {
    let signIn = try TestSignIn()
    let page = signIn.authorize()
    #expect(page.text.contains("Till &amp; &lt;b&gt;Söns&lt;/b&gt;"))
    for text in [page.text, signIn.enter(signIn.ticket(page)).text] { #expect(!text.contains("<b>Söns")) }
    let again = signIn.enter("\"><script>", email: "<script>")
    #expect(!again.text.contains("<script"))
  }

  @Test(
    "A wrong client or address is told on a page, never by a redirect",
    arguments: [
      (["client_id": ""], ""), (["client_id": "nobody"], ""), (["client_id": SandboxCredentials.builtIn.clientID], ""),
      (["redirect_uri": ""], ""), (["redirect_uri": "https://evil.example/"], ""),
      (["redirect_uri": "https://till.example/back"], ""), (["redirect_uri": "https://till.example/back?shop=1&x"], ""),
      (["redirect_uri": "HTTPS://till.example/back?shop=1"], ""),
      (["redirect_uri": "https://till.example/bac\u{212A}?shop=1"], ""),
      ([:], "&client_id=other"), ([:], "&redirect_uri=https%3A%2F%2Fevil.example%2F"),
    ])
  func noRedirect(replaced: [String: String], more: String) throws {
    let response = try TestSignIn().authorize(replaced, more: more)
    #expect(response.status == 400)
    #expect(response.head.headerFields[.location] == nil)
    #expect(response.text.contains("This sign-in cannot go on"))
  }

  @Test(
    "Other errors lead back to the application, with its state",
    arguments: [
      (["response_type": "token"], "unsupported_response_type"), (["response_type": ""], "invalid_request"),
      (["code_challenge": ""], "invalid_request"), (["code_challenge": "short"], "invalid_request"),
      (["code_challenge_method": ""], "invalid_request"), (["code_challenge_method": "plain"], "invalid_request"),
      (["scope": ""], "invalid_scope"), (["scope": "openid everything"], "invalid_scope"),
      (["scope": "openid corporate"], "invalid_scope"), (["prompt": "none"], "login_required"),
      (["response_mode": "fragment"], "invalid_request"), (["request": "x"], "request_not_supported"),
      (["nonce": String(repeating: "x", count: 2001)], "invalid_request"),
    ])
  func errors(replaced: [String: String], code: String) throws {
    let response = try TestSignIn().authorize(replaced)
    #expect(response.status == 303)
    let location = try #require(response.head.headerFields[.location])
    #expect(location.hasPrefix("\(TestSignIn.redirectURI)&error=\(code)&"))
    #expect(location.contains("&state=a%2Fb%20c&"))
    #expect(response.parameters["iss"] == "http://127.0.0.1:4711")
    #expect(response.head.headerFields[.cacheControl] == "no-store")
  }

  @Test("A repeated parameter is an invalid request; only GET is allowed")
  func shape() throws {
    let signIn = try TestSignIn()
    #expect(signIn.authorize(more: "&scope=openid").parameters["error"] == "invalid_request")
    let post = signIn.client.send(.post, "/connect/authorize")
    #expect(post.status == 405)
    #expect(post.head.headerFields[.allow] == "GET")
  }

  @Test("The discovery document names what there is")
  func discovery() throws {
    let client = TestClient()
    let document = try client.send(.get, "/.well-known/openid-configuration").object()
    #expect(document["authorization_endpoint"] as? String == "http://127.0.0.1:4711/connect/authorize")
    #expect(document["userinfo_endpoint"] as? String == "http://127.0.0.1:4711/connect/userinfo")
    #expect(document["grant_types_supported"] as? [String] == ["authorization_code", "client_credentials"])
    #expect(document["code_challenge_methods_supported"] as? [String] == ["S256"])
    #expect(document["scopes_supported"] as? [String] == ApplicationScopes.all)
    #expect(document["authorization_response_iss_parameter_supported"] as? Bool == true)
  }
}
