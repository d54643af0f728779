import Crypto
import FoundationEssentials
import OpenPayments

/// A proof key for one authorization code (RFC 7636, method S256): only who asked for the code can redeem it.
struct ProofKey: Sendable, Hashable {
  let verifier: Secret

  init() { verifier = Secret(RandomText.make()) }

  var challenge: String {
    Data(SHA256.hash(data: Data(verifier.reveal().utf8))).base64URL
  }
}

/// Texts that nobody can guess.
enum RandomText {
  static func make(bytes count: Int = 32) -> String {
    var random = SystemRandomNumberGenerator()
    return Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }).base64URL
  }
}

extension Data {
  /// RFC 4648, section 5, without padding.
  fileprivate var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
