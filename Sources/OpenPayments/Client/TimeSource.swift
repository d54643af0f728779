public import FoundationEssentials

/// Where the client takes the time from, so that tests can set it.
public struct TimeSource: Sendable {
  /// The wall clock: for what people read, never for deciding whether a token is still good.
  public let now: @Sendable () -> Date
  /// Time since some fixed moment; never jumps, and goes on while the machine sleeps.
  public let elapsed: @Sendable () -> Duration

  public init(now: @escaping @Sendable () -> Date, elapsed: @escaping @Sendable () -> Duration) {
    self.now = now
    self.elapsed = elapsed
  }

  public static let system: TimeSource = {
    let origin = ContinuousClock.now
    return TimeSource(now: { Date() }, elapsed: { ContinuousClock.now - origin })
  }()
}
