import Synchronization

/// A line for standard error, of which the first one is printed.
final class ToldOnce: Sendable {
  private let isTold = Mutex(false)

  func print(_ line: String) {
    let isFirst = isTold.withLock { isTold in
      defer { isTold = true }
      return !isTold
    }
    if isFirst { StandardError.print(line) }
  }
}
