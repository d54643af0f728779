import Crypto
import FoundationEssentials

/// A random secret, kept as its SHA-256 so that whoever reads the file has no secret.
struct SecretDigest: Codable, Equatable, Sendable {
  private let sha256: Data

  init(_ secret: String) {
    sha256 = Data(SHA256.hash(data: Data(secret.utf8)))
  }

  /// Takes the same time whether they differ early, late or not at all.
  func matches(_ secret: String) -> Bool {
    SHA256.hash(data: Data(secret.utf8)) == sha256
  }

  /// A secret of 256 random bits.
  static func randomBytes(_ count: Int = 32) -> [UInt8] {
    (0..<count).map { _ in .random(in: .min ... .max) }
  }
}
