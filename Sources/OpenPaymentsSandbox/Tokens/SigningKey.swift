import Crypto
import FoundationEssentials
import JSONText

/// The key that signs access tokens: ECDSA on P-256 with SHA-256 (`ES256`).
public struct SigningKey: Sendable {
  let privateKey: P256.Signing.PrivateKey
  /// The JWK thumbprint of the public key (RFC 7638).
  let id: String
  private let x: String
  private let y: String

  /// A new key, which lives as long as the value.
  public init() {
    self.init(P256.Signing.PrivateKey())
  }

  init(_ privateKey: P256.Signing.PrivateKey) {
    self.privateKey = privateKey
    let point = Array(privateKey.publicKey.rawRepresentation)
    x = Base64URL.encode(point.prefix(32))
    y = Base64URL.encode(point.suffix(32))
    let required: JSONOutput = ["crv": "P-256", "kty": "EC", "x": .string(x), "y": .string(y)]
    id = Base64URL.encode(SHA256.hash(data: required.utf8()))
  }

  /// The public key as a JSON Web Key.
  var publicJWK: JSONOutput {
    [
      "kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256", "kid": .string(id), "x": .string(x), "y": .string(y),
    ]
  }

  func signature(of message: some Sequence<UInt8>) throws -> [UInt8] {
    Array(try privateKey.signature(for: Data(message)).rawRepresentation)
  }

  /// A JWT of these claims.
  func jwt(type: String, _ claims: JSONOutput) throws -> String {
    let message = jwtHeader(type: type) + "." + Base64URL.encode(claims.utf8())
    return message + "." + Base64URL.encode(try signature(of: message.utf8))
  }

  func jwtHeader(type: String) -> String {
    let header: JSONOutput = ["alg": "ES256", "kid": .string(id), "typ": .string(type)]
    return Base64URL.encode(header.utf8())
  }

  func isSignature(_ signature: [UInt8], of message: some Sequence<UInt8>) -> Bool {
    guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
    return privateKey.publicKey.isValidSignature(signature, for: Data(message))
  }
}
