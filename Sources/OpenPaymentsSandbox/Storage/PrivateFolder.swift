import Glibc

/// Is told true when another program at a folder keeps one waiting for longer than a moment, and false when that is over.
public typealias FolderWait = @Sendable (Bool) -> Void

/// A folder of the user's own with files that nobody else may read (0600), shared by several processes.
struct PrivateFolder: Sendable {
  private static let pollInterval: UInt32 = 10_000

  let path: String
  /// How long to wait for another process that is at the folder.
  var patience: Duration = .seconds(5)
  /// A wait is told that lasts longer.
  var moment: Duration = .seconds(1)
  var onWait: FolderWait = { _ in }

  func path(of name: String) -> String { "\(path)/\(name)" }

  /// Makes it (0700) when missing. One that is there keeps its mode: it may be one that others use too; the files in it
  /// are closed to them anyway.
  func make() throws(SandboxFolderError) {
    try check()
    var end = path.startIndex
    while end < path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let parent = String(path[..<end])
      if mkdir(parent, 0o700) != 0, errno != EEXIST {
        throw SandboxFolderError(operation: "create", path: parent, errorNumber: errno)
      }
    }
    try check()
  }

  func locked<Result>(_ body: () throws(SandboxFolderError) -> Result) throws(SandboxFolderError) -> Result {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try Self.check(descriptor, "open", path)
    // Closing releases the lock; so does the end of the process.
    defer { close(descriptor) }
    let start = ContinuousClock.now
    var isTold = false
    defer { if isTold { onWait(false) } }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR || errno == EWOULDBLOCK else {
        throw SandboxFolderError(operation: "lock", path: path, errorNumber: errno)
      }
      let waited = ContinuousClock.now - start
      guard waited < patience else {
        throw SandboxFolderError(
          unusable: path, EWOULDBLOCK, "is in use by another program; try again when that has ended")
      }
      if waited >= moment, !isTold {
        isTold = true
        onWait(true)
      }
      usleep(Self.pollInterval)
    }
    return try body()
  }

  /// The bytes of a file, up to a limit; `nil` if there is none. A file that others could read is closed to them.
  func read(_ name: String, limit: Int) throws(SandboxFolderError) -> [UInt8]? {
    let path = path(of: name)
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
    try Self.check(file, "open", path)
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count < limit {
      let count = Glibc.read(file, &part, min(part.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      try Self.check(Int32(truncatingIfNeeded: count), "read", path)
      if count == 0 { break }
      bytes += part.prefix(count)
    }
    try Self.check(fchmod(file, 0o600), "protect", path)
    return bytes
  }

  /// Written beside its place and then moved there, so that nobody ever reads half a file. Only under the lock.
  func replace(_ name: String, with bytes: [UInt8]) throws(SandboxFolderError) {
    let path = path(of: name)
    let draft = "\(path).new"
    // Left by a process that was killed here: whoever holds the lock is alone.
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    try Self.check(file, "create", draft)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      rest = rest.dropFirst(count)
    }
    var cause = rest.isEmpty && fsync(file) == 0 ? 0 : errno
    // Some disks tell only now that they are full.
    if close(file) != 0, cause == 0 { cause = errno }
    if cause == 0, rename(draft, path) != 0 { cause = errno }
    guard cause == 0 else {
      unlink(draft)
      throw SandboxFolderError(operation: "write", path: path, errorNumber: cause)
    }
    flush()
  }

  /// Has the disk keep which names the folder has, where it can.
  private func flush() {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Moves a file to a name that is free: `.damaged`, `.damaged-2` and so on. Only under the lock.
  /// - Returns: where the file is now.
  @discardableResult
  func setAside(_ name: String) throws(SandboxFolderError) -> String {
    let path = path(of: name)
    var target = "\(path).damaged"
    var number = 1
    while access(target, F_OK) == 0 {
      number += 1
      target = "\(path).damaged-\(number)"
    }
    try Self.check(rename(path, target), "set aside", path)
    return target
  }

  static func check(_ result: Int32, _ operation: String, _ path: String) throws(SandboxFolderError) {
    if result < 0 { throw SandboxFolderError(operation: operation, path: path, errorNumber: errno) }
  }
}
