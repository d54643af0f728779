import Glibc
import OpenPayments

/// A lock between processes, and between parts of one. The system gives it back when its holder ends, however that is.
struct FileLock {
  private let descriptor: Int32

  /// - Returns: nil if somebody else holds it.
  /// - Throws: ``OwnFileError`` if there can be no lock, held or not: then nobody is to be waited for.
  static func attempt(_ path: String) throws(OwnFileError) -> FileLock? {
    var descriptor: Int32
    repeat {
      descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw OwnFileError(path, reason(errno, isThere: access(path, F_OK) == 0)) }
    var failure: Int32
    repeat { failure = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno } while failure == EINTR
    if failure == 0 { return FileLock(descriptor: descriptor) }
    close(descriptor)
    guard failure == EWOULDBLOCK else { throw OwnFileError(path, .unlockable(failure)) }
    return nil
  }

  /// Keeps the thread.
  static func sleep(_ time: Duration) { usleep(UInt32(clamping: Int(clamping: time / .microseconds(1)))) }

  func release() { close(descriptor) }

  private static func reason(_ error: Int32, isThere: Bool) -> OwnFileError.Reason {
    switch error {
    case ELOOP: .link
    case EISDIR: .notAFile
    default: isThere ? .unwritable(error) : .notMade(error)
    }
  }
}
