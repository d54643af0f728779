import FoundationEssentials
import Synchronization

/// The wall clock, but never back: where the machine's is set back, this one goes on from where it was, so that what
/// happened later is later and no wait grows.
final class SteadyClock: Sendable {
  private let wall: @Sendable () -> Date
  private let elapsed: @Sendable () -> Duration
  private let last: Mutex<(date: Date, elapsed: Duration)>

  /// - Parameter elapsed: time since some fixed moment, which never jumps.
  init(wall: @escaping @Sendable () -> Date, elapsed: @escaping @Sendable () -> Duration) {
    (self.wall, self.elapsed) = (wall, elapsed)
    last = Mutex((wall(), elapsed()))
  }

  func now() -> Date {
    last.withLock { last in
      let (date, elapsed) = (wall(), elapsed())
      let steady = last.date.addingTimeInterval((elapsed - last.elapsed) / .seconds(1))
      // What is a moment behind is no clock set back, only how the two are read one after the other.
      last = (date > steady - 0.1 ? max(date, last.date) : steady, elapsed)
      return last.date
    }
  }
}
