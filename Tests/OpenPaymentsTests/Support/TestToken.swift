import Crypto
import CryptoExtras
import Foundation
import OpenPayments

/// A JWT and the documents of an issuer, made for a test.
struct TestToken {
  var header = #"{"alg":"ES256","kid":"key-1","typ":"at+jwt"}"#
  var claims = #"{"iss":"https://auth.test","exp":1700003600,"scope":["a","b"],"client_id":"client-1"}"#

  static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  var message: String { Self.base64URL(header.utf8) + "." + Self.base64URL(claims.utf8) }

  func signed(_ signature: some Sequence<UInt8>) -> String { "\(message).\(Self.base64URL(signature))" }

  func signed(with key: P256.Signing.PrivateKey) throws -> String {
    signed(try key.signature(for: Data(message.utf8)).rawRepresentation)
  }

  func signed(with key: _RSA.Signing.PrivateKey) throws -> String {
    signed(
      try key.signature(for: SHA256.hash(data: Data(message.utf8)), padding: .insecurePKCS1v1_5).rawRepresentation)
  }

  static func discovery(_ issuer: String = "https://auth.test", keys: String = "https://auth.test/keys") -> StubAnswer {
    StubAnswer("GET /.well-known/openid-configuration", #"{"issuer":"\#(issuer)","jwks_uri":"\#(keys)"}"#)
  }

  static func keys(_ keys: String...) -> StubAnswer {
    StubAnswer("GET /keys", #"{"keys":[\#(keys.joined(separator: ","))]}"#)
  }
}

extension P256.Signing.PublicKey {
  func published(_ id: String = "key-1", more: String = "") -> String {
    let (x, y) = (TestToken.base64URL(rawRepresentation.prefix(32)), TestToken.base64URL(rawRepresentation.suffix(32)))
    return #"{"kty":"EC","crv":"P-256","use":"sig","kid":"\#(id)","x":"\#(x)","y":"\#(y)"\#(more)}"#
  }
}

extension _RSA.Signing.PublicKey {
  func published(_ id: String = "key-1") throws -> String {
    let parts = try getKeyPrimitives()
    let (n, e) = (TestToken.base64URL(parts.modulus), TestToken.base64URL(parts.publicExponent))
    return #"{"kty":"RSA","use":"sig","alg":"RS256","kid":"\#(id)","n":"\#(n)","e":"\#(e)"}"#
  }
}
