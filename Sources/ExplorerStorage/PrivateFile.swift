import FoundationEssentials
import Glibc

/// Files that are their owner's alone: written as a whole or not at all, and not trusted if others could read them.
enum PrivateFile {
  /// - Returns: whether the folder is there, owned by this user and closed to others.
  static func makeFolder(_ path: String) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
      return false
    }
    return status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0
  }

  /// - Parameter isSecret: whether others must not even be able to read it; they never may write it.
  /// - Returns: nil if there is no such file, it is a link, not this user's, open to others, or larger than `limit`.
  static func read(_ path: String, limit: Int, isSecret: Bool = true) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_mode & (isSecret ? 0o077 : 0o022) == 0, status.st_size <= limit
    else { return nil }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(Glibc.read(descriptor, buffer.baseAddress, buffer.count), 0)
      }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    return nil
  }

  /// Puts a new file in place of whatever had that name.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let draft = draft(bytes, beside: path) else { return false }
    guard rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  static func remove(_ path: String) -> Bool { unlink(path) == 0 }

  /// What the file holds; made first if there is none that can be trusted. Processes that start together get the same.
  static func kept(_ path: String, count: Int, make: () -> [UInt8]) -> [UInt8]? {
    if let bytes = read(path, limit: count), bytes.count == count { return bytes }
    guard let draft = draft(make(), beside: path) else { return nil }
    defer { unlink(draft) }
    // A link, unlike a rename, does not take the place of what another process has just put there.
    if link(draft, path) != 0 {
      guard errno == EEXIST else { return nil }
      if let bytes = read(path, limit: count), bytes.count == count { return bytes }
      guard rename(draft, path) == 0 else { return nil }
    }
    return read(path, limit: count)
  }

  private static func draft(_ bytes: [UInt8], beside path: String) -> String? {
    let draft = "\(path).\(getpid()).\(UUID().uuidString)"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWhole = rest.isEmpty && fsync(descriptor) == 0
    close(descriptor)
    guard isWhole else {
      unlink(draft)
      return nil
    }
    return draft
  }
}
