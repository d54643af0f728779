import Glibc
import OpenPayments

/// A secret that was typed in, with the file it is kept in.
struct KeptSecret: Sendable, Hashable {
  let path: String
  /// What the file holds, as it is.
  let content: Secret
}

/// The files of secrets that were typed in: one each, readable by their owner alone.
struct SecretFiles: Sendable {
  static let largest = SecretText.largest
  private static let mostNames = 1_000

  let folder: String
  /// Removes a file.
  var delete: @Sendable (OwnFile) throws(OwnFileError) -> Void = { (file) throws(OwnFileError) in try file.remove() }

  /// Keeps a secret in a new file named for its profile, or nearly so: nothing is written over, and no file made that
  /// somebody else's profile waits for.
  func keep(_ secret: Secret, for name: String, besides others: FileMentions) throws(ConfigurationError) -> KeptSecret {
    try makeFolder()
    let names = [name] + (2...Self.mostNames).map { "\(name)-\($0)" }
    guard let path = names.lazy.map({ "\(folder)/\($0)" }).first(where: { !Self.isThere($0) && !others.contain($0) })
    else { throw ConfigurationError("\(folder): has no free name for the secret of \(name)") }
    let kept = KeptSecret(path: path, content: Secret("\(secret.reveal())\n"))
    try put(kept)
    return kept
  }

  /// Puts a secret back.
  ///
  /// - Throws: ``ConfigurationError`` if its file holds something else by now.
  /// - Returns: whether the file is there because of that.
  func restore(_ kept: KeptSecret) throws(ConfigurationError) -> Bool {
    guard Self.isThere(kept.path) else {
      try put(kept)
      return true
    }
    guard try secret(in: kept.path) == kept else {
      throw ConfigurationError("\(kept.path): holds another secret by now")
    }
    return false
  }

  /// The secret in a file, if that is one of these, whatever the path to it is.
  ///
  /// - Throws: ``ConfigurationError`` if it is one of them, but could not be put back.
  func secret(in path: String) throws(ConfigurationError) -> KeptSecret? {
    guard let place = FilePlace(path), place.folder == FilePlace.real(folder) else { return nil }
    let path = "\(folder)/\(place.name)"
    let bytes: [UInt8]?
    do throws(OwnFileError) { bytes = try Self.file(path).read(limit: Self.largest) } catch {
      if [.link, .notAFile].contains(error.reason) { return nil }
      throw ConfigurationError("\(error)")
    }
    guard let bytes else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError("\(path) is not UTF-8 text")
    }
    return KeptSecret(path: path, content: Secret(text))
  }

  /// - Returns: why it is still there; nil if it isn't.
  func remove(_ kept: KeptSecret) -> ConfigurationError? {
    do throws(OwnFileError) { try delete(Self.file(kept.path)) } catch {
      return ConfigurationError("the secret could not be removed: \(error)")
    }
    return nil
  }

  /// A link in the folder is somebody's own doing.
  private static func file(_ path: String) -> OwnFile { OwnFile(path, followsLinks: false) }

  private func put(_ kept: KeptSecret) throws(ConfigurationError) {
    try makeFolder()
    do throws(OwnFileError) { try Self.file(kept.path).write(Array(kept.content.reveal().utf8)) } catch {
      throw Self.failure(error)
    }
  }

  private func makeFolder() throws(ConfigurationError) {
    do throws(OwnFileError) { try OwnFolder(folder).make() } catch { throw Self.failure(error) }
  }

  private static func failure(_ error: OwnFileError) -> ConfigurationError {
    ConfigurationError("the secret can't be kept: \(error)")
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
