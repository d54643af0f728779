import Crypto
import CryptoExtras
import FoundationEssentials

/// A password, kept as what scrypt (RFC 7914) makes of it and a salt of its own.
struct PasswordHash: Codable, Equatable, Sendable {
  private var salt = Data(SecretDigest.randomBytes(16))
  private var rounds = 16_384
  private var blockSize = 8
  private var parallelism = 1
  private var key = Data()

  init(_ password: String) throws {
    key = try derived(from: password)
  }

  /// Takes the same time whether they differ early, late or not at all.
  func matches(_ password: String) -> Bool {
    guard let other = try? derived(from: password) else { return false }
    return SHA256.hash(data: other) == Data(SHA256.hash(data: key))
  }

  /// A file's own numbers could ask for any time and memory, or be none that there are.
  private func derived(from password: String) throws -> Data {
    guard (2...1 << 20).contains(rounds), (1...64).contains(blockSize), (1...16).contains(parallelism) else {
      throw CryptoKitError.incorrectParameterSize
    }
    return try KDF.Scrypt.deriveKey(
      from: Data(password.utf8), salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
      parallelism: parallelism
    ).withUnsafeBytes { Data($0) }
  }
}
