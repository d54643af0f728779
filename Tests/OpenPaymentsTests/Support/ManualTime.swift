import FoundationEssentials
import OpenPayments
import Synchronization

/// A clock that stands still until it is told otherwise. Who sleeps by it moves it on and returns at once, unless it holds
/// sleepers back.
final class ManualTime: Sendable {
  private let times = Mutex(
    (now: Date(timeIntervalSince1970: 1_700_000_000), elapsed: Duration.zero, looks: 0, begun: 0))
  /// How long was slept, in order.
  let sleeps = Log<Duration>()
  /// Sleepers wait here, if there is one, until it is opened or they are cancelled.
  private let holding: Gate?

  init(holdingSleepersAt gate: Gate? = nil) { holding = gate }

  var source: TimeSource {
    TimeSource(
      now: {
        self.times.withLock {
          $0.looks += 1
          return $0.now
        }
      },
      elapsed: {
        self.times.withLock {
          $0.begun = $0.looks
          return $0.elapsed
        }
      },
      sleep: { duration in
        self.sleeps.append(duration)
        if let gate = self.holding { await gate.wait() } else { self.advance(by: duration) }
      })
  }

  /// How many calls have noted by both clocks when they began.
  var begun: Int { times.withLock { $0.begun } }

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
