import Glibc

/// A lock between processes, and between parts of one. The system gives it back when its holder ends, however that is.
struct FileLock {
  private let descriptor: Int32

  /// - Returns: nil if somebody else holds it, or the file can't be made.
  init?(_ path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// - Returns: nil if somebody else holds it.
  static func attempt(_ path: String) throws(OwnFileError) -> FileLock? {
    if let lock = FileLock(path) { return lock }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw OwnFileError(path, .notMade(errno)) }
    return nil
  }

  func release() { close(descriptor) }
}
