import Glibc
import Synchronization

/// An open file descriptor, closed with the last reference to it. No child that is started meanwhile gets it.
final class Descriptor {
  /// Held while a child starts and gets what is not marked yet as ours.
  static let inheriting = Mutex(())

  let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Both ends of a new pipe.
  static func pipe() throws(ChildFailure) -> (reading: Descriptor, writing: Descriptor) {
    let ends = try inheriting.withLock { _ throws(ChildFailure) in
      var ends: [Int32] = [-1, -1]
      guard Glibc.pipe(&ends) == 0 else { throw .notStarted(errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return ends
    }
    let (reading, writing) = (Descriptor(ends[0]), Descriptor(ends[1]))
    return (try reading.abovePlain(), try writing.abovePlain())
  }

  /// The same where it is not in the way of a child's own input, output and errors.
  private func abovePlain() throws(ChildFailure) -> Descriptor {
    guard number <= STDERR_FILENO else { return self }
    let higher = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard higher >= 0 else { throw .notStarted(errno) }
    return Descriptor(higher)
  }

  func neverBlock() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }

  /// Whether there is something to be read.
  var holdsUnread: Bool {
    var waiting = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
  }
}
