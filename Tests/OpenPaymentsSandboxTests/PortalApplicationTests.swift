import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Portal applications")
struct PortalApplicationTests {
  let client = TestClient()
  private let good = #"{"name":"Till","redirect_uris":["https://till.example/back"],"scopes":["private","openid"]}"#

  @Test("A registration is answered with all of it, and with the secret this once only")
  func registration() throws {
    let response = client.post("/portal/applications", json: good)
    #expect(response.status == 201)
    #expect(response.head.headerFields[.cacheControl] == "no-store")
    let answer = try response.object()
    let id = try #require(answer["client_id"] as? String)
    #expect(UUID(uuidString: id)?.uuidString.lowercased() == id)
    let secret = try #require(answer["client_secret"] as? String)
    #expect(Data(base64Encoded: secret)?.count == 32)
    #expect(answer["name"] as? String == "Till")
    #expect(answer["redirect_uris"] as? [String] == ["https://till.example/back"])
    #expect(answer["scopes"] as? [String] == ["private", "openid"])
    #expect(answer["created_at"] as? String == "2027-01-15T08:00:00Z")
    let list = client.send(.get, "/portal/applications")
    #expect(try list.strings("applications", "client_id") == [id])
    let one = client.send(.get, "/portal/applications/\(id)")
    #expect(try one.object()["name"] as? String == "Till")
    for response in [list, one] {
      #expect(response.status == 200)
      #expect(!response.text.contains(secret) && !response.text.contains("secret"))
    }
  }

  @Test("A deleted application is gone, and its credentials with it")
  func deletion() throws {
    let application = try client.register()
    let form = "\(application.credentials)&grant_type=client_credentials"
    #expect(client.requestToken(form).status == 200)
    #expect(client.send(.delete, "/portal/applications/\(application.id)").status == 204)
    #expect(client.send(.get, "/portal/applications/\(application.id)").status == 404)
    #expect(client.send(.delete, "/portal/applications/\(application.id)").status == 404)
    #expect(try client.requestToken(form).object()["error"] as? String == "invalid_client")
  }

  @Test(
    "What is wrong is told field by field",
    arguments: [
      (#"{}"#, ["name", "scopes"]),
      (#"{"name":1,"redirect_uris":"x","scopes":[1]}"#, ["name", "redirect_uris", "scopes"]),
      (#"{"name":"x","redirect_uris":["http://x.example"],"scopes":["private"]}"#, ["redirect_uris"]),
      (#"{"name":"x","redirect_uris":null,"scopes":["everything"]}"#, ["scopes"]),
      (#"{"name":"\n","scopes":["private"]}"#, ["name"]),
      ("[]", []), ("", []), ("{", []), (#"{"name":"x","scopes":["private"]} x"#, []),
    ])
  func problems(body: String, fields: [String]) throws {
    let response = client.post("/portal/applications", json: body)
    #expect(response.status == 400)
    #expect(try response.object()["error"] as? String == "invalid_request")
    #expect(try response.object()["error_description"] is String)
    #expect(try response.problemFields() == fields)
  }

  @Test("Only JSON of a bounded length is read")
  func bodies() {
    #expect(client.post("/portal/applications", json: good, [.contentType: "text/plain"]).status == 415)
    #expect(client.post("/portal/applications", json: good, [.contentType: ""]).status == 415)
    #expect(
      client.post("/portal/applications", json: good, [.contentType: "Application/JSON; charset=utf-8"]).status == 201)
    let long = good + String(repeating: " ", count: SandboxPlatform.maximumBodySize)
    #expect(client.post("/portal/applications", json: long).status == 413)
    let uris = (0..<21).map { "\"https://x.example/\($0)\"" }.joined(separator: ",")
    let many = client.post(
      "/portal/applications", json: #"{"name":"x","redirect_uris":[\#(uris)],"scopes":["private"]}"#)
    #expect(many.status == 400)
  }

  @Test("Other methods are told which are allowed; other paths are not there")
  func methods() {
    #expect(client.send(.put, "/portal/applications").head.headerFields[.allow] == "GET, HEAD, POST")
    #expect(client.send(.post, "/portal/applications/x").head.headerFields[.allow] == "GET, HEAD, DELETE")
    #expect(client.send(.put, "/portal/applications").status == 405)
    for path in ["/portal", "/portal/", "/portal/nothing", "/portal/applications/", "/portal/applications/a/b"] {
      #expect(client.send(.get, path).status == 404, "\(path)")
    }
  }

  @Test("There are at most a thousand")
  func limit() {
    for _ in 0..<1000 { #expect(client.post("/portal/applications", json: good).status == 201) }
    #expect(client.post("/portal/applications", json: good).status == 409)
  }

  @Test(
    "A foreign Host is refused, however it is spelt",
    arguments: [
      "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "localhost:x", "", "192.0.2.1", "[::2]",
    ]
  )
  func foreignHost(authority: String) {
    var client = client
    client.authority = authority
    #expect(client.send(.get, "/portal/applications").status == 403)
    #expect(client.post("/portal/applications", json: good).status == 403)
  }

  @Test("This computer's own names are not", arguments: ["localhost", "LOCALHOST:1", "127.0.0.1:4711", "[::1]:80"])
  func ownHost(authority: String) {
    var client = client
    client.authority = authority
    #expect(client.send(.get, "/portal/applications").status == 200)
    #expect(client.send(.get, "/portal/applications", [.origin: "http://\(authority)"]).status == 200)
  }

  @Test(
    "Any Origin but its own is refused",
    arguments: [
      "null", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:4712", "https://127.0.0.1:4711", "",
    ])
  func foreignOrigin(origin: String) {
    #expect(client.post("/portal/applications", json: good, [.origin: origin]).status == 403)
  }

  // MARK: Tokens

  @Test("An application is granted its own scopes, and no others")
  func scopes() throws {
    let application = try client.register(scopes: "aspspinformation private openid")
    func answer(_ scope: String) throws -> [String: Any] {
      try client.requestToken("\(application.credentials)&grant_type=client_credentials\(scope)").object()
    }
    #expect(try answer("&scope=private")["scope"] as? String == "private")
    #expect(try answer("")["scope"] as? String == "aspspinformation private")
    for scope in ["corporate", "private+corporate", "openid", "email", "paymentinitiation"] {
      #expect(try answer("&scope=\(scope)")["error"] as? String == "invalid_scope", "\(scope)")
    }
  }

  @Test("An application with no scope of its own gets no token in its own name")
  func identityOnly() throws {
    let application = try client.register(scopes: "openid email")
    let response = client.requestToken("\(application.credentials)&grant_type=client_credentials")
    #expect(try response.object()["error"] as? String == "invalid_scope")
  }

  @Test("Its secret is its own, in the body and in the header, and its token opens the API")
  func secrets() throws {
    let (one, other) = (try client.register(), try client.register())
    let mixed = "client_id=\(one.id)&client_secret=\(TestClient.encoded(other.secret))&grant_type=client_credentials"
    #expect(try client.requestToken(mixed).object()["error"] as? String == "invalid_client")
    let header = Data("\(one.id):\(one.secret)".utf8).base64EncodedString()
    let response = client.requestToken("grant_type=client_credentials", [.authorization: "Basic \(header)"])
    let token = try #require(try response.object()["access_token"] as? String)
    #expect(client.get("/psd2/aspspinformation/v1/countries", token: token).status == 200)
    #expect(client.requestToken(TestClient.form(scope: "private")).status == 200)
  }
}
