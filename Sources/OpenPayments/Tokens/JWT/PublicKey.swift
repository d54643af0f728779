import Crypto
import CryptoExtras
import FoundationEssentials
import JSONText

/// A key that an issuer publishes to check signatures with (RFC 7517).
struct PublicKey {
  /// The algorithms that can be checked.
  static let algorithms: Set<String> = ["ES256", "RS256"]

  let id: String?
  private let json: JSONValue

  /// - Returns: nil for what is no key, or one for something else than signatures.
  init?(_ json: JSONValue) {
    guard json.kind == .object, json["kty"]?.string != nil else { return nil }
    if let use = json["use"]?.string, use != "sig" { return nil }
    id = json["kid"]?.string
    self.json = json
  }

  /// Whether it is of the kind that signs this way.
  func serves(_ algorithm: String) -> Bool {
    guard json["alg"]?.string.map({ $0 == algorithm }) ?? true else { return false }
    return json["kty"]?.string == (algorithm == "ES256" ? "EC" : "RSA")
  }

  /// - Returns: nil if the key itself is broken, on another curve or too short.
  func isValid(_ signature: TokenSignature, by algorithm: String) -> Bool? {
    switch algorithm {
    case "ES256": isValidES256(signature)
    case "RS256": isValidRS256(signature)
    default: nil
    }
  }

  private func isValidES256(_ signature: TokenSignature) -> Bool? {
    guard json["crv"]?.string == "P-256", let x = bytes("x"), let y = bytes("y"), x.count == 32, y.count == 32,
      let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
    else { return nil }
    guard let signed = try? P256.Signing.ECDSASignature(rawRepresentation: signature.bytes) else { return false }
    return key.isValidSignature(signed, for: signature.message)
  }

  private func isValidRS256(_ signature: TokenSignature) -> Bool? {
    guard let modulus = bytes("n"), let exponent = bytes("e"),
      let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
    else { return nil }
    let signed = _RSA.Signing.RSASignature(rawRepresentation: signature.bytes)
    // The padding that RS256 is defined with (RFC 7518 section 3.3).
    return key.isValidSignature(signed, for: SHA256.hash(data: signature.message), padding: .insecurePKCS1v1_5)
  }

  private func bytes(_ name: String) -> [UInt8]? { json[name]?.string.flatMap { Base64URL.decode($0) } }
}
