import Crypto
import FoundationEssentials
import OpenPayments

/// The name under which the token of a key is kept: an HMAC of all that the key is made of, under a random key that this
/// user alone has.
enum TokenFingerprint {
  static let prefix = "token-"
  private static let keyLength = 32

  /// - Throws: ``OwnFileError`` if the random key can neither be read nor made.
  static func name(of key: TokenKey, in folder: String) throws(OwnFileError) -> String {
    name(of: key, under: try file(in: folder).kept(count: keyLength, make: randomKey))
  }

  /// - Returns: nil if there is no random key, and so no token.
  static func knownName(of key: TokenKey, in folder: String) throws(OwnFileError) -> String? {
    guard let secret = try file(in: folder).read(limit: keyLength), secret.count == keyLength else { return nil }
    return name(of: key, under: secret)
  }

  private static func file(in folder: String) -> OwnFile { OwnFile("\(folder)/key", followsLinks: false) }

  private static func name(of key: TokenKey, under secret: [UInt8]) -> String {
    var hmac = HMAC<SHA256>(key: SymmetricKey(data: secret))
    for part in [key.issuer, key.clientID, key.clientSecret.reveal()] + key.scopes {
      // The length in front keeps the parts apart.
      hmac.update(data: withUnsafeBytes(of: UInt64(part.utf8.count).bigEndian) { Array($0) })
      hmac.update(data: Array(part.utf8))
    }
    return prefix + hmac.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func randomKey() -> [UInt8] { (0..<keyLength).map { _ in UInt8.random(in: 0...255) } }
}
