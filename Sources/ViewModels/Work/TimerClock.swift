// Its timers may be used on any thread, but do not say so.
@preconcurrency import Dispatch

/// The continuous clock, but a sleep that is cancelled ends its timer too: `ContinuousClock` keeps that until the
/// deadline, and wakes the process for it.
public struct TimerClock: Clock {
  public typealias Instant = ContinuousClock.Instant

  /// The timers of dispatch stand still while the machine is suspended; so much later at most is that noticed. Those by
  /// the wall clock don't, but wait an hour longer when it is set back by one.
  private static let longest: Duration = .seconds(60)

  public var now: Instant { .now }
  public var minimumResolution: Duration { ContinuousClock().minimumResolution }

  public init() {}

  /// - Throws: `CancellationError`, at once when the task is cancelled.
  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    repeat {
      try Task.checkCancellation()
      await Self.wait(min(now.duration(to: deadline), Self.longest), tolerance: tolerance)
    } while now < deadline
    try Task.checkCancellation()
  }

  private static func wait(_ duration: Duration, tolerance: Duration?) async {
    let timer = DispatchSource.makeTimerSource()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        timer.setEventHandler { timer.cancel() }
        timer.setCancelHandler { continuation.resume() }
        timer.schedule(
          deadline: .now() + duration.seconds,
          leeway: tolerance.map { .microseconds(Int($0.seconds * 1_000_000)) } ?? .nanoseconds(0))
        timer.activate()
      }
    } onCancel: {
      timer.cancel()
    }
  }
}

extension Duration {
  fileprivate var seconds: Double { self / .seconds(1) }
}
