import Crypto
import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Access tokens")
struct AccessTokenTests {
  let client = TestClient()

  private func decode(_ part: Substring) throws -> [UInt8] {
    let padded = part + String(repeating: "=", count: (4 - part.count % 4) % 4)
    let standard = padded.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    return Array(try #require(Data(base64Encoded: standard)))
  }

  private func object(_ part: Substring) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(decode(part))) as? [String: Any])
  }

  @Test("A token is a JWT with IdentityServer's claims")
  func claims() throws {
    let parts = try client.token("aspspinformation private").split(separator: ".")
    #expect(parts.count == 3)
    let header = try object(parts[0])
    #expect(header["alg"] as? String == "ES256")
    #expect(header["typ"] as? String == "at+jwt")
    let claims = try object(parts[1])
    #expect(claims["iss"] as? String == "http://127.0.0.1:4711")
    #expect(claims["iat"] as? Int == 1_800_000_000)
    #expect(claims["nbf"] as? Int == 1_800_000_000)
    #expect(claims["exp"] as? Int == 1_800_003_600)
    #expect(claims["client_id"] as? String == SandboxCredentials.builtIn.clientID)
    #expect(claims["scope"] as? [String] == ["aspspinformation", "private"])
    #expect(claims["aud"] as? String == "http://127.0.0.1:4711/resources")
    #expect(UUID(uuidString: claims["jti"] as? String ?? "") != nil)
  }

  @Test("Its signature verifies with the key that the discovery document leads to")
  func publishedKey() throws {
    let configuration = try client.send(.get, "/.well-known/openid-configuration").object()
    let jwksURI = try #require(configuration["jwks_uri"] as? String)
    #expect(jwksURI.hasPrefix("http://127.0.0.1:4711/"))
    let keys = try client.send(.get, String(jwksURI.dropFirst("http://127.0.0.1:4711".count))).list("keys")
    let parts = try client.token("private").split(separator: ".")
    let keyID = try object(parts[0])["kid"] as? String
    let key = try #require(keys.first { $0["kid"] as? String == keyID })
    #expect(key["kty"] as? String == "EC" && key["crv"] as? String == "P-256" && key["d"] == nil)
    let point = try decode(Substring(key["x"] as? String ?? "")) + decode(Substring(key["y"] as? String ?? ""))
    let publicKey = try P256.Signing.PublicKey(rawRepresentation: point)
    let signature = try P256.Signing.ECDSASignature(rawRepresentation: decode(parts[2]))
    #expect(publicKey.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8)))
  }

  @Test("The discovery document names what OpenID Connect requires, on the host that was asked")
  func discovery() throws {
    var client = client
    client.authority = "localhost:8080"
    let response = client.send(.get, "/.well-known/openid-configuration")
    #expect(response.head.headerFields[.contentType] == "application/json")
    let configuration = try response.object()
    #expect(configuration["issuer"] as? String == "http://localhost:8080")
    #expect(configuration["token_endpoint"] as? String == "http://localhost:8080/connect/token")
    for name in ["authorization_endpoint", "jwks_uri"] {
      #expect((configuration[name] as? String)?.hasPrefix("http://localhost:8080/") == true)
    }
    for name in [
      "grant_types_supported", "scopes_supported", "response_types_supported", "subject_types_supported",
      "id_token_signing_alg_values_supported", "token_endpoint_auth_methods_supported",
    ] {
      #expect((configuration[name] as? [String])?.isEmpty == false, "\(name)")
    }
    #expect(client.send(.post, "/.well-known/openid-configuration").head.headerFields[.allow] == "GET, HEAD")
  }

  @Test("A token is good until its last second, wherever the platform that shares the key listens")
  func lifetime() throws {
    let key = SigningKey()
    let token = try TestClient(signingKey: key).token("aspspinformation private")
    func code(after seconds: Double) throws -> String? {
      var client = TestClient(signingKey: key, now: TestClient.now + seconds)
      client.authority = "127.0.0.1:9999"
      return try client.get("/psd2/aspspinformation/v1/countries", token: token).tppCode()
    }
    #expect(try code(after: 0) == nil)
    #expect(try code(after: 3599) == nil)
    #expect(try code(after: 3600) == "TOKEN_EXPIRED")
  }

  @Test("A token of another key is unknown")
  func otherKey() throws {
    let response = client.get(
      "/psd2/aspspinformation/v1/countries", token: try TestClient().token("aspspinformation private"))
    #expect(response.status == 401)
    #expect(try response.tppCode() == "TOKEN_UNKNOWN")
  }

  @Test("A token changed in any one character is refused")
  func tampered() throws {
    let token = Array(try client.token("aspspinformation private").utf8)
    for position in token.indices {
      var changed = token
      changed[position] = changed[position] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let response = client.get("/psd2/aspspinformation/v1/countries", token: String(decoding: changed, as: UTF8.self))
      #expect(response.status == 401, "position \(position)")
    }
  }

  @Test("A token that claims to be unsigned, or signed with the public key, is unknown")
  func otherAlgorithms() throws {
    let parts = try client.token("aspspinformation private").split(separator: ".")
    for header in ["eyJhbGciOiJub25lIn0", "eyJhbGciOiJIUzI1NiJ9"] {
      for signature in ["", String(parts[2])] {
        let response = client.get(
          "/psd2/aspspinformation/v1/countries", token: "\(header).\(parts[1]).\(signature)")
        #expect(try response.tppCode() == "TOKEN_UNKNOWN")
      }
    }
  }

  @Test(
    "Anything but a bearer token in the header is malformed",
    arguments: [
      "Bearer", "Bearer x", "Bearer a.b", "Bearer a.b.c.d", "Bearer ...", "Basic eDp5", "Bearer \u{e9}.a.b", "x",
    ])
  func malformed(header: String) throws {
    let response = client.get("/psd2/aspspinformation/v1/countries", token: "", [.authorization: header])
    #expect(response.status == 401)
    #expect(try response.tppCode() == "TOKEN_INVALID")
    #expect(response.head.headerFields[.wwwAuthenticate]?.contains("error=\"invalid_token\"") == true)
  }

  @Test("The scheme's case and the blanks around the token do not matter")
  func spelling() throws {
    let token = try client.token("aspspinformation private")
    for header in ["bearer \(token)", "BEARER   \(token) "] {
      let response = client.get("/psd2/aspspinformation/v1/countries", token: "", [.authorization: header])
      #expect(response.status == 200)
    }
  }

  @Test("A token in the query is no token")
  func query() throws {
    let token = try client.token("aspspinformation private")
    let response = client.send(
      .get, "/psd2/aspspinformation/v1/countries?access_token=\(token)", [.xRequestID: TestClient.requestID])
    #expect(response.status == 401)
  }
}
