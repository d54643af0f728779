public import FoundationEssentials
import Glibc
public import OpenPayments

/// Access tokens in files, one for each key, shared by all processes of one user.
///
/// The folder and its files are their owner's alone. A file is named by a fingerprint of its key, so that neither the
/// client id nor the secret is in it; what others could read or have written is not trusted.
public struct TokenFiles: TokenStore {
  private static let pollInterval: Duration = .milliseconds(20)

  private let folder: String
  private let patience: Duration
  private let now: @Sendable () -> Date
  private let sleep: @Sendable (Duration) async -> Void

  /// - Parameters:
  ///   - folder: made if it is missing.
  ///   - patience: how long to wait for another process that is fetching the same token.
  public init(
    folder: String, patience: Duration = .seconds(15), now: @escaping @Sendable () -> Date = { Date() },
    sleep: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
  ) {
    self.folder = folder
    self.patience = patience
    self.now = now
    self.sleep = sleep
  }

  public func withToken<Result: Sendable>(
    for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
  ) async -> Result {
    guard (try? OwnFolder(folder).make()) != nil, let name = TokenFingerprint.name(of: key, in: folder) else {
      var nothing: StoredToken?
      return await body(&nothing)
    }
    let path = "\(folder)/\(name)"
    let lock = await lock("\(path).lock")
    defer { lock?.release() }
    let stored = StoredToken(file: path)
    var token = stored
    let result = await body(&token)
    if token != stored {
      removeExpired(except: name)
      // Without a place to write, the token still serves this run.
      let file = OwnFile(path, followsLinks: false)
      if let token { try? file.write(token.fileContent) } else { _ = try? file.remove() }
    }
    return result
  }

  /// - Throws: ``OwnFileError`` if its file can't be removed, or can't be told.
  public func removeToken(for key: TokenKey) async throws -> Bool {
    try OwnFolder(folder).check()
    guard let name = try TokenFingerprint.knownName(of: key, in: folder) else { return false }
    let path = "\(folder)/\(name)"
    let lock = await lock("\(path).lock")
    defer { lock?.release() }
    return try OwnFile(path, followsLinks: false).remove()
  }

  /// Waits for the lock as long as a fetch may sensibly take; after that both go on without it.
  private func lock(_ path: String) async -> FileLock? {
    var waited: Duration = .zero
    while true {
      // Where there can be no lock, waiting for one is of no use.
      do { if let lock = try FileLock.attempt(path) { return lock } } catch { return nil }
      guard waited < patience else { return nil }
      await sleep(Self.pollInterval)
      waited += Self.pollInterval
    }
  }

  /// Tokens nobody will use again; those that somebody is at are left alone.
  private func removeExpired(except kept: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(TokenFingerprint.prefix) && !name.contains(".") && name != kept {
      let path = "\(folder)/\(name)"
      guard let lock = FileLock("\(path).lock") else { continue }
      if StoredToken(file: path).map({ $0.expiresAt <= now() }) ?? true { _ = try? OwnFile(path).remove() }
      lock.release()
    }
  }
}
