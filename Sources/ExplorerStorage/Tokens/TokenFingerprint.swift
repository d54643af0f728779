import Crypto
import FoundationEssentials
import OpenPayments

/// The name under which the token of a key is kept: an HMAC of all that the key is made of, under a random key that this
/// user alone has.
enum TokenFingerprint {
  static let prefix = "token-"
  private static let keyLength = 32

  /// - Returns: nil if the random key can neither be read nor made.
  static func name(of key: TokenKey, in folder: String) -> String? {
    let file = OwnFile("\(folder)/key", followsLinks: false)
    guard let secret = try? file.kept(count: keyLength, make: randomKey) else { return nil }
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
