import Crypto
import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Authorization code grant", .timeLimit(.minutes(1)))
struct CodeGrantTests {
  private func claims(_ token: String) throws -> [String: Any] {
    let parts = token.split(separator: ".")
    return try #require(try JSONSerialization.jsonObject(with: decode(parts[1])) as? [String: Any])
  }

  private func decode(_ text: Substring) throws -> Data {
    let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    return try #require(Data(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)))
  }

  @Test("A code is worth an access token, and an id token that the published key has signed")
  func tokens() throws {
    let signIn = try TestSignIn()
    let response = signIn.exchange(try signIn.code())
    #expect(response.status == 200)
    #expect(response.head.headerFields[.cacheControl]?.contains("no-store") == true)
    let answer = try response.object()
    #expect(Set(answer.keys) == ["access_token", "expires_in", "token_type", "id_token", "scope"])
    #expect(answer["scope"] as? String == "openid email private")
    let token = try #require(answer["id_token"] as? String)
    let claims = try claims(token)
    #expect(Set(claims.keys) == ["iss", "sub", "aud", "exp", "iat", "nonce", "email"])
    #expect(claims["iss"] as? String == "http://127.0.0.1:4711")
    #expect(claims["sub"] as? String == signIn.userID)
    #expect(claims["aud"] as? String == signIn.application.id)
    #expect(claims["iat"] as? Int == 1_800_000_000 && claims["exp"] as? Int == 1_800_003_600)
    #expect(claims["nonce"] as? String == "n1" && claims["email"] as? String == "asa@example.com")
    let jwks = signIn.client.send(.get, "/.well-known/openid-configuration/jwks")
    let jwk = try #require(try jwks.list("keys").first as? [String: String])
    let point = try decode(jwk["x", default: ""][...]) + decode(jwk["y", default: ""][...])
    let key = try P256.Signing.PublicKey(rawRepresentation: point)
    let parts = token.split(separator: ".")
    let signature = try P256.Signing.ECDSASignature(rawRepresentation: try decode(parts[2]))
    #expect(key.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8)))
  }

  @Test("Without openid there is no id token; without email no address; profile brings the name")
  func scopes() throws {
    let signIn = try TestSignIn()
    let plain = try signIn.exchange(try signIn.code(["scope": "aspspinformation", "nonce": ""])).object()
    #expect(Set(plain.keys) == ["access_token", "expires_in", "token_type", "scope"])
    let answer = try signIn.exchange(try signIn.code(["scope": "openid profile", "nonce": ""])).object()
    let claims = try claims(answer["id_token"] as? String ?? "")
    #expect(Set(claims.keys) == ["iss", "sub", "aud", "exp", "iat", "name"])
    #expect(claims["name"] as? String == "Åsa")
  }

  @Test("The access token opens the user's information, and the API as far as its scopes go")
  func userInfo() throws {
    let signIn = try TestSignIn()
    let scope = "openid email aspspinformation private"
    let answer = try signIn.exchange(try signIn.code(["scope": scope])).object()
    let token = try #require(answer["access_token"] as? String)
    let client = signIn.client
    let info = client.get("/connect/userinfo", token: token)
    #expect(info.status == 200)
    #expect(try info.object() as? [String: String] == ["sub": signIn.userID, "email": "asa@example.com"])
    #expect(client.get("/psd2/aspspinformation/v1/countries", token: token).status == 200)
    // An id token is no access token.
    let idToken = try #require(answer["id_token"] as? String)
    #expect(client.get("/connect/userinfo", token: idToken).status == 401)
    #expect(client.get("/psd2/aspspinformation/v1/countries", token: idToken).status == 401)
    #expect(client.get("/connect/userinfo", token: try client.token("private")).status == 403)
    let missing = client.send(.get, "/connect/userinfo")
    #expect(missing.status == 401)
    #expect(missing.head.headerFields[.wwwAuthenticate] == "Bearer realm=\"sandbox\"")
    #expect(client.send(.delete, "/connect/userinfo").head.headerFields[.allow] == "GET, HEAD")
    #expect(client.send(.delete, "/portal/testusers/\(signIn.userID)").status == 204)
    #expect(client.get("/connect/userinfo", token: token).status == 401)
  }

  @Test(
    "A code is used once: again it gives nothing and revokes what it gave, however the request looks",
    arguments: [[:], ["code_verifier": "short"], ["redirect_uri": "https://till.example/other"]])
  func reuse(replaced: [String: String]) throws {
    let signIn = try TestSignIn()
    let scope = ["scope": "openid aspspinformation private"]
    let code = try signIn.code(scope)
    let token = try #require(try signIn.exchange(code).object()["access_token"] as? String)
    let other = try #require(try signIn.exchange(try signIn.code(scope)).object()["access_token"] as? String)
    let paths = [
      "/connect/userinfo", "/psd2/aspspinformation/v1/countries", "/aspspinformation/v1/aspsps/countries",
    ]
    for path in paths { #expect(signIn.client.get(path, token: token).status == 200, "\(path)") }
    for _ in 1...2 {
      let again = signIn.exchange(code, replaced)
      #expect(again.status == 400)
      let answer = try again.object()
      #expect(answer["error"] as? String == "invalid_grant" && answer["access_token"] == nil)
      for path in paths {
        let refused = signIn.client.get(path, token: token)
        #expect(refused.status == 401 && refused.text.contains("The access token was revoked."), "\(path)")
        #expect(signIn.client.get(path, token: other).status == 200, "\(path)")
      }
    }
  }

  @Test("What was revoked stays so in other processes, after the application is gone, and until the token ends")
  func revoked() async throws {
    try await withTemporaryFolder { folder in
      let key = SigningKey()
      func client(_ seconds: Double) throws -> TestClient {
        TestClient(signingKey: key, store: try PortalStore(folder: folder), now: TestClient.now + seconds)
      }
      let signIn = try TestSignIn(try client(0))
      let code = try signIn.code(["scope": "openid aspspinformation private"])
      let token = try #require(try signIn.exchange(code).object()["access_token"] as? String)
      let path = "/psd2/aspspinformation/v1/countries"
      #expect(try client(100).get(path, token: token).status == 200)
      let later = try client(3000)
      let form = "grant_type=authorization_code&code=\(code)&code_verifier=\(TestSignIn.verifier)"
      let uri = TestClient.encoded(TestSignIn.redirectURI)
      #expect(later.requestToken("\(form)&redirect_uri=\(uri)&\(signIn.application.credentials)").status == 400)
      #expect(later.send(.delete, "/portal/applications/\(signIn.application.id)").status == 204)
      #expect(try client(3001).get(path, token: token).text.contains("revoked"))
      #expect(try client(3600).get(path, token: token).text.contains("expired"))
    }
  }

  @Test("Another application can't revoke what a code gave, and neither can a wrong secret")
  func foreignReuse() throws {
    let signIn = try TestSignIn()
    let other = try signIn.client.register(redirectURI: TestSignIn.redirectURI)
    let code = try signIn.code(["scope": "openid aspspinformation private"])
    let token = try #require(try signIn.exchange(code).object()["access_token"] as? String)
    for application in [other, TestApplication(id: signIn.application.id, secret: other.secret)] {
      #expect(signIn.exchange(code, as: application).status == 400)
      #expect(signIn.client.get("/psd2/aspspinformation/v1/countries", token: token).status == 200)
    }
  }

  @Test(
    "What does not fit to the code uses it up",
    arguments: [
      ["code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX"], ["code_verifier": TestSignIn.challenge],
      ["code_verifier": "short"], ["redirect_uri": "https://till.example/back"],
    ])
  func mismatch(replaced: [String: String]) throws {
    let signIn = try TestSignIn()
    let code = try signIn.code()
    #expect(try signIn.exchange(code, replaced).object()["error"] as? String == "invalid_grant")
    #expect(try signIn.exchange(code).object()["error"] as? String == "invalid_grant")
  }

  @Test(
    "A request that is not whole leaves the code as it is",
    arguments: [["code_verifier": ""], ["redirect_uri": ""], ["code": ""]])
  func incomplete(replaced: [String: String]) throws {
    let signIn = try TestSignIn()
    let code = try signIn.code()
    #expect(try signIn.exchange(code, replaced).object()["error"] as? String == "invalid_request")
    #expect(signIn.exchange(code).status == 200)
  }

  @Test("Another application can neither use a code nor use it up")
  func otherApplication() throws {
    let signIn = try TestSignIn()
    let other = try signIn.client.register(redirectURI: TestSignIn.redirectURI)
    let code = try signIn.code()
    #expect(try signIn.exchange(code, as: other).object()["error"] as? String == "invalid_grant")
    let impostor = TestApplication(id: signIn.application.id, secret: other.secret)
    #expect(try signIn.exchange(code, as: impostor).object()["error"] as? String == "invalid_client")
    #expect(signIn.exchange(code).status == 200)
  }

  @Test("A code lives for a minute", arguments: [(59.0, 200), (60.0, 400)])
  func expiry(seconds: TimeInterval, status: Int) async throws {
    try await withTemporaryFolder { folder in
      let signIn = try TestSignIn(TestClient(store: try PortalStore(folder: folder)))
      let code = try signIn.code()
      let later = TestClient(store: try PortalStore(folder: folder), now: TestClient.now + seconds)
      let form = "grant_type=authorization_code&code=\(code)&code_verifier=\(TestSignIn.verifier)"
      let uri = TestClient.encoded(TestSignIn.redirectURI)
      let response = later.requestToken("\(form)&redirect_uri=\(uri)&\(signIn.application.credentials)")
      #expect(response.status == status)
    }
  }
}
