public import FoundationEssentials
import Glibc
public import OpenPayments

/// Access tokens in files, one for each key, shared by all processes of one user.
///
/// The folder and its files are their owner's alone. A file is named by a fingerprint of its key, so that neither the
/// client id nor the secret is in it; what others could read or have written is not trusted.
public struct TokenFiles: TokenStore {
  private let folder: String
  private let patience: Duration
  private let now: @Sendable () -> Date
  private let sleep: @Sendable (Duration) async -> Void
  private let onLock: LockListener
  private let onTrouble: @Sendable (OwnFileError) -> Void

  /// - Parameters:
  ///   - folder: made if it is missing.
  ///   - patience: how long to wait for another process that is fetching the same token.
  ///   - onLock: is told of such waits.
  ///   - onTrouble: is told why a token can't be kept, or not together with others; it serves all the same.
  public init(
    folder: String, patience: Duration = .seconds(15), now: @escaping @Sendable () -> Date = { Date() },
    sleep: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) },
    onLock: @escaping LockListener = { _ in }, onTrouble: @escaping @Sendable (OwnFileError) -> Void = { _ in }
  ) {
    self.folder = folder
    self.patience = patience
    self.now = now
    self.sleep = sleep
    self.onLock = onLock
    self.onTrouble = onTrouble
  }

  public func withToken<Result: Sendable>(
    for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
  ) async -> Result {
    let name: String
    do throws(OwnFileError) {
      try OwnFolder(folder).make()
      name = try TokenFingerprint.name(of: key, in: folder)
    } catch {
      onTrouble(error)
      var nothing: StoredToken?
      return await body(&nothing)
    }
    let path = "\(folder)/\(name)"
    var lock: FileLock?
    do throws(OwnFileError) { lock = try await self.lock(path) } catch { onTrouble(error) }
    defer { lock?.release() }
    let stored = StoredToken(file: path)
    var token = stored
    let result = await body(&token)
    if token != stored {
      removeExpired(except: name)
      // Without a place to write, the token still serves this run.
      let file = OwnFile(path, followsLinks: false)
      do throws(OwnFileError) {
        if let token { try file.write(token.fileContent) } else { try file.remove() }
      } catch { onTrouble(error) }
    }
    return result
  }

  /// What is kept, without a wait for whoever may be about to change it; nil if nothing is.
  public func kept(for key: TokenKey) -> StoredToken? {
    guard (try? OwnFolder(folder).check()) != nil, let name = try? TokenFingerprint.knownName(of: key, in: folder)
    else {
      return nil
    }
    return StoredToken(file: "\(folder)/\(name)")
  }

  /// - Throws: ``OwnFileError`` if its file can't be removed, or can't be told.
  public func removeToken(for key: TokenKey) async throws -> Bool {
    try OwnFolder(folder).check()
    guard let name = try TokenFingerprint.knownName(of: key, in: folder) else { return false }
    let path = "\(folder)/\(name)"
    // What can't be locked is told if it can't be removed either.
    let lock = try? await lock(path)
    defer { lock?.release() }
    try Task.checkCancellation()
    return try OwnFile(path, followsLinks: false).remove()
  }

  /// Waits for the lock as long as a fetch may sensibly take; after that both go on without it.
  private func lock(_ path: String) async throws(OwnFileError) -> FileLock? {
    try await FileLock.wait(
      for: "\(path).lock", LockWait(.token, longest: patience), tell: onLock, sleep: sleep)
  }

  /// Tokens nobody will use again; those that somebody is at are left alone.
  private func removeExpired(except kept: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(TokenFingerprint.prefix) && !name.contains(".") && name != kept {
      let path = "\(folder)/\(name)"
      guard let lock = try? FileLock.attempt("\(path).lock") else { continue }
      if StoredToken(file: path).map({ $0.expiresAt <= now() }) ?? true { _ = try? OwnFile(path).remove() }
      lock.release()
    }
  }
}
