import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Token endpoint")
struct TokenEndpointTests {
  let client = TestClient()

  @Test("The seed scope alone is answered with exactly the three members of the early client")
  func seedAnswer() throws {
    let response = client.requestToken(TestClient.form(scope: "aspspinformation"))
    #expect(response.status == 200)
    let answer = try response.object()
    #expect(Set(answer.keys) == ["access_token", "expires_in", "token_type"])
    #expect(answer["expires_in"] as? Int == 3600)
    #expect(answer["token_type"] as? String == "Bearer")
    #expect(response.head.headerFields[.contentType] == "application/json; charset=UTF-8")
    #expect(response.head.headerFields[.cacheControl]?.contains("no-store") == true)
    #expect(response.head.headerFields[HTTPField.Name("Pragma")!] == "no-cache")
  }

  @Test(
    "Any combination of scopes is granted and named in the answer, each once",
    arguments: [
      ("aspspinformation private", "aspspinformation private"),
      ("private aspspinformation", "private aspspinformation"),
      ("corporate  aspspinformation corporate", "corporate aspspinformation"),
      ("paymentinitiation", "paymentinitiation"),
      (
        "aspspinformation accountinformation paymentinitiation private corporate",
        "aspspinformation accountinformation paymentinitiation private corporate"
      ),
    ])
  func scopes(asked: String, granted: String) throws {
    let response = client.requestToken(TestClient.form(scope: asked))
    #expect(try response.object()["scope"] as? String == granted)
  }

  @Test("No scope, or an empty one, grants all that the client is allowed", arguments: ["", "&scope=", "&scope=+"])
  func noScope(parameter: String) throws {
    let response = client.requestToken("\(TestClient.credentials)&grant_type=client_credentials\(parameter)")
    let scope = try response.object()["scope"] as? String
    #expect(scope == "aspspinformation accountinformation paymentinitiation private corporate")
  }

  @Test(
    "A refused request is told why in the words of RFC 6749",
    arguments: [
      ("grant_type=client_credentials&scope=aspspinformation", "invalid_client"),
      ("client_id=&client_secret=&grant_type=client_credentials", "invalid_client"),
      ("client_id=nobody&client_secret=\(TestClient.encodedSecret)&grant_type=client_credentials", "invalid_client"),
      ("client_id=\(SandboxCredentials.builtIn.clientID)&grant_type=client_credentials", "invalid_client"),
      // The secret as it is: its plus signs arrive as blanks.
      (
        "client_id=\(SandboxCredentials.builtIn.clientID)&client_secret=\(SandboxCredentials.builtIn.clientSecret)",
        "invalid_client"
      ),
      ("\(TestClient.credentials)&scope=aspspinformation", "unsupported_grant_type"),
      ("\(TestClient.credentials)&grant_type=magic", "unsupported_grant_type"),
      ("\(TestClient.credentials)&grant_type=CLIENT_CREDENTIALS", "unsupported_grant_type"),
      ("\(TestClient.credentials)&grant_type=authorization_code", "unauthorized_client"),
      ("\(TestClient.credentials)&grant_type=password", "unauthorized_client"),
      ("\(TestClient.credentials)&grant_type=client_credentials&scope=everything", "invalid_scope"),
      ("\(TestClient.credentials)&grant_type=client_credentials&scope=aspspinformation,private", "invalid_scope"),
      ("\(TestClient.credentials)&grant_type=client_credentials&scope=ASPSPINFORMATION", "invalid_scope"),
      ("\(TestClient.credentials)&grant_type=client_credentials&scope=private&scope=private", "invalid_request"),
      ("\(TestClient.credentials)&\(TestClient.credentials)&grant_type=client_credentials", "invalid_request"),
      ("\(TestClient.credentials)&grant_type=client_credentials&scope=%zz", "invalid_request"),
      ("\(TestClient.credentials)&grant_type=client_credentials&junk=%ff", "invalid_request"),
    ])
  func refusals(body: String, code: String) throws {
    let response = client.requestToken(body)
    #expect(response.status == 400)
    #expect(try response.object()["error"] as? String == code)
    #expect(response.head.headerFields[.cacheControl]?.contains("no-store") == true)
    #expect(!response.text.contains(SandboxCredentials.builtIn.clientSecret))
  }

  @Test("Unknown parameters are ignored, and the order carries no meaning")
  func unknownParameters() {
    let body = "grant_type=client_credentials&x=1&scope=private+aspspinformation&\(TestClient.credentials)"
    #expect(client.requestToken(body).status == 200)
  }

  @Test(
    "The content type must be that of a form; its parameters and its case do not matter",
    arguments: [
      ("application/x-www-form-urlencoded; charset=UTF-8", 200), ("Application/X-WWW-Form-Urlencoded", 200),
      ("application/json", 400), ("", 400), ("application/x-www-form-urlencodedx", 400),
    ])
  func contentType(contentType: String, status: Int) {
    let response = client.requestToken(TestClient.form(scope: "private"), [.contentType: contentType])
    #expect(response.status == status)
  }

  @Test("Only POST is allowed", arguments: [HTTPRequest.Method.get, .put, .delete, .head, .options, .patch])
  func methods(method: HTTPRequest.Method) {
    let response = client.send(method, "/connect/token?\(TestClient.form(scope: "private"))")
    #expect(response.status == 405)
    #expect(response.head.headerFields[.allow] == "POST")
    #expect(response.body.isEmpty)
  }

  @Test("Credentials in the URI are never accepted")
  func credentialsInURI() throws {
    let response = client.send(
      .post, "/connect/token?\(TestClient.credentials)", [.contentType: "application/x-www-form-urlencoded"],
      body: "grant_type=client_credentials&scope=private")
    #expect(try response.object()["error"] as? String == "invalid_client")
  }

  @Test("A body past the limit is refused, whatever it holds")
  func longBody() throws {
    let form = TestClient.form(scope: "private") + "&x="
    let filler = String(repeating: "x", count: SandboxPlatform.maximumBodySize - form.utf8.count)
    #expect(client.requestToken(form + filler).status == 200)
    let response = client.requestToken(form + filler + "x")
    #expect(response.status == 413)
    #expect(try response.object()["error"] as? String == "invalid_request")
  }

  // MARK: HTTP Basic

  private func basic(_ text: String, _ body: String = "grant_type=client_credentials&scope=private") -> SandboxResponse
  {
    client.requestToken(body, [.authorization: "Basic \(Data(text.utf8).base64EncodedString())"])
  }

  @Test("HTTP Basic works with the secret form-encoded, as RFC 6749 wants it, and as it is")
  func basicSpellings() {
    let id = SandboxCredentials.builtIn.clientID
    #expect(basic("\(id):\(TestClient.encodedSecret)").status == 200)
    #expect(basic("\(id):\(SandboxCredentials.builtIn.clientSecret)").status == 200)
  }

  @Test("Wrong credentials in the header are answered with 401 and a challenge")
  func basicRefused() throws {
    for text in ["", ":", "nobody:x", SandboxCredentials.builtIn.clientID, "\(SandboxCredentials.builtIn.clientID):"] {
      let response = basic(text)
      #expect(response.status == 401)
      #expect(response.head.headerFields[.wwwAuthenticate]?.hasPrefix("Basic ") == true)
      #expect(try response.object()["error"] as? String == "invalid_client")
    }
    #expect(client.requestToken("grant_type=client_credentials", [.authorization: "Basic"]).status == 401)
    #expect(client.requestToken("grant_type=client_credentials", [.authorization: "Basic ###"]).status == 401)
  }

  @Test("Credentials in both places are an invalid request")
  func bothPlaces() throws {
    let text = "\(SandboxCredentials.builtIn.clientID):\(TestClient.encodedSecret)"
    let response = basic(text, TestClient.form(scope: "private"))
    #expect(try response.object()["error"] as? String == "invalid_request")
  }
}
