import Synchronization

/// Tells how much of a body has come, but not more often than somebody could read it.
final class ReceivedMeter: Sendable {
  private static let interval: Duration = .milliseconds(200)

  private let tell: @Sendable (ReceivedCount) -> Void
  private let lastTold = Mutex(ContinuousClock.now)

  init(_ tell: @escaping @Sendable (ReceivedCount) -> Void) { self.tell = tell }

  @Sendable
  func note(_ bytes: Int, _ expected: Int?) {
    let now = ContinuousClock.now
    let isDue = lastTold.withLock { last in
      guard now - last >= Self.interval else { return false }
      last = now
      return true
    }
    if isDue { tell(ReceivedCount(count: bytes, expected: expected)) }
  }
}
