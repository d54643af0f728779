import Crypto
import Glibc

extension SigningKey {
  /// The key kept in a folder, in the file `signing-key.pem` (0600). Both are made when missing, the folder with mode
  /// 0700; a damaged key is set aside as `signing-key.pem.damaged`. Processes that do this at the same moment all get the
  /// same key.
  public static func kept(in folder: String) throws(SigningKeyError) -> SigningKey {
    try SigningKeyFile(folder: folder).loadOrCreate()
  }
}

/// A signing key kept in a folder, where every sandbox of the same user finds it.
struct SigningKeyFile {
  let folder: String

  private var path: String { "\(folder)/signing-key.pem" }
  private var damagedPath: String { "\(path).damaged" }

  /// The key in the folder, made if there is none. A damaged file is set aside and replaced. Safe when several processes
  /// do this at the same moment: all get the same key.
  func loadOrCreate() throws(SigningKeyError) -> SigningKey {
    if case .intact(let key) = try load() { return key }
    try makeFolder()
    return try withFolderLocked { () throws(SigningKeyError) in
      switch try load() {
      // Another process was faster.
      case .intact(let key): return key
      case .damaged: try check(rename(path, damagedPath), "set aside", path)
      case .missing: break
      }
      let key = SigningKey()
      try store(key)
      return key
    }
  }

  private enum Content {
    case missing
    case damaged
    case intact(SigningKey)
  }

  private func load() throws(SigningKeyError) -> Content {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if file < 0, errno == ENOENT || errno == ENOTDIR { return .missing }
    try check(file, "open", path)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    try check(Int32(truncatingIfNeeded: count), "read", path)
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: text) else { return .damaged }
    try check(fchmod(file, 0o600), "protect", path)
    return .intact(SigningKey(key))
  }

  /// Written beside its place and then moved there, so that nobody ever reads half a key.
  private func store(_ key: SigningKey) throws(SigningKeyError) {
    let temporary = "\(path).new"
    // Left by a process that was killed here: whoever holds the lock is alone.
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    try check(file, "create", temporary)
    let text = Array(key.privateKey.pemRepresentation.utf8)
    let isWritten = write(file, text, text.count) == text.count && fsync(file) == 0
    let cause = errno
    close(file)
    guard isWritten else {
      unlink(temporary)
      throw SigningKeyError(operation: "write", path: temporary, errorNumber: cause)
    }
    try check(rename(temporary, path), "move", temporary)
  }

  /// A folder that is there keeps its mode: it may be one that others use too. The key itself is closed to them anyway.
  private func makeFolder() throws(SigningKeyError) {
    var end = folder.startIndex
    while end < folder.endIndex {
      end = folder[end...].dropFirst().firstIndex(of: "/") ?? folder.endIndex
      let parent = String(folder[..<end])
      if mkdir(parent, 0o700) != 0, errno != EEXIST {
        throw SigningKeyError(operation: "create", path: parent, errorNumber: errno)
      }
    }
  }

  private func withFolderLocked<Result>(
    _ body: () throws(SigningKeyError) -> Result
  ) throws(SigningKeyError) -> Result {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try check(descriptor, "open", folder)
    // Closing releases the lock; so does the end of the process.
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw SigningKeyError(operation: "lock", path: folder, errorNumber: errno) }
    }
    return try body()
  }

  private func check(_ result: Int32, _ operation: String, _ path: String) throws(SigningKeyError) {
    if result < 0 { throw SigningKeyError(operation: operation, path: path, errorNumber: errno) }
  }
}
