import FoundationEssentials
import Glibc
import OpenPayments

/// The files of secrets that were typed in: one each, readable by their owner alone.
struct SecretFiles: Sendable {
  static let largest = 65_536

  let folder: String

  /// Keeps a secret in a file named for its profile, or nearly so where another profile has that one.
  ///
  /// - Returns: the file.
  func keep(
    _ secret: Secret, for name: String, besides others: [Profile]
  ) throws(ConfigurationError) -> String {
    let taken = Set(others.compactMap { $0.application?.secret.path })
    let names = [name] + (2...others.count + 2).map { "\(name)-\($0)" }
    let path = names.map { "\(folder)/\($0)" }.first { !taken.contains($0) } ?? "\(folder)/\(name)"
    try put(secret, in: path)
    return path
  }

  func put(_ secret: Secret, in path: String) throws(ConfigurationError) {
    guard PrivateFile.makeFolder(folder), PrivateFile.write(Array("\(secret.reveal())\n".utf8), to: path) else {
      throw ConfigurationError("\(path): the secret can't be kept there (\(String(cString: strerror(errno))))")
    }
  }

  /// The source's file if it is one of these and nobody else's.
  func own(_ source: SecretSource, unlessUsedBy others: [Profile]) -> String? {
    guard let path = source.path, path.hasPrefix(folder + "/"),
      !others.contains(where: { $0.application?.secret == source })
    else { return nil }
    return path
  }

  func secret(of source: SecretSource) -> Secret? {
    guard let path = source.path, let bytes = PrivateFile.read(path, limit: Self.largest) else { return nil }
    return Secret(String(decoding: bytes, as: UTF8.self).trimmedLineEnd)
  }

  func remove(_ source: SecretSource, unlessUsedBy others: [Profile]) {
    if let path = own(source, unlessUsedBy: others) { remove(path) }
  }

  func remove(_ path: String) { _ = PrivateFile.remove(path) }
}

extension SecretSource {
  fileprivate var path: String? { if case .file(let path) = self { path } else { nil } }
}

extension String {
  /// Without the one line break that ends most files and outputs.
  var trimmedLineEnd: String { String(last?.isNewline == true ? dropLast() : self[...]) }
}
