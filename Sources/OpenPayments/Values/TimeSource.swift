public import FoundationEssentials

/// Where the client takes the time from, so that tests can set it.
public struct TimeSource: Sendable {
  /// The wall clock: for what people read, never for deciding whether a token is still good.
  public let now: @Sendable () -> Date
  /// Time since some fixed moment; never jumps, and goes on while the machine sleeps.
  public let elapsed: @Sendable () -> Duration
  /// Returns after that much time, or at once when the task is cancelled.
  public let sleep: @Sendable (Duration) async -> Void

  /// A source of the caller's own; sleeps as long as told unless it says otherwise.
  public init(
    now: @escaping @Sendable () -> Date, elapsed: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
  ) {
    self.now = now
    self.elapsed = elapsed
    self.sleep = sleep
  }

  /// The machine's clocks; the wall clock goes on from where it was when the machine's is set back.
  public static let system: TimeSource = {
    let origin = ContinuousClock.now
    let elapsed: @Sendable () -> Duration = { ContinuousClock.now - origin }
    let clock = SteadyClock(wall: { Date() }, elapsed: elapsed)
    return TimeSource(now: clock.now, elapsed: elapsed)
  }()
}
