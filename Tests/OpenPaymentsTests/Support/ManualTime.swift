import FoundationEssentials
import OpenPayments
import Synchronization

/// A clock that stands still until it is told otherwise.
final class ManualTime: Sendable {
  private let times = Mutex((now: Date(timeIntervalSince1970: 1_700_000_000), elapsed: Duration.zero))

  var source: TimeSource {
    TimeSource(now: { self.times.withLock { $0.now } }, elapsed: { self.times.withLock { $0.elapsed } })
  }

  var now: Date { times.withLock { $0.now } }

  func advance(by duration: Duration) {
    times.withLock {
      $0.now += duration / .seconds(1)
      $0.elapsed += duration
    }
  }

  /// Somebody sets the wall clock.
  func setWallClock(ahead duration: Duration) { times.withLock { $0.now += duration / .seconds(1) } }
}
