import Crypto
import FoundationEssentials

/// Proof Key for Code Exchange (RFC 7636), method `S256`.
enum PKCE {
  static func isChallenge(_ text: String) -> Bool {
    Base64URL.decode(text[...])?.count == SHA256.byteCount
  }

  static func verifies(_ verifier: String, _ challenge: String) -> Bool {
    let isUnreserved = { (byte: UInt8) in
      byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
        || "-._~".utf8.contains(byte)
    }
    guard (43...128).contains(verifier.utf8.count), verifier.utf8.allSatisfy(isUnreserved) else { return false }
    return Base64URL.encode(SHA256.hash(data: Data(verifier.utf8))) == challenge
  }
}
