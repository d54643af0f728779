// Its timers may be used on any thread, but do not say so.
@preconcurrency import Dispatch

/// The continuous clock, but a sleep that is cancelled ends its timer too: `ContinuousClock` keeps that until the
/// deadline, and wakes the process for it.
public struct TimerClock: Clock {
  public typealias Instant = ContinuousClock.Instant

  public var now: Instant { .now }
  public var minimumResolution: Duration { ContinuousClock().minimumResolution }

  public init() {}

  /// - Throws: `CancellationError`, at once when the task is cancelled.
  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let timer = DispatchSource.makeTimerSource()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        timer.setEventHandler { timer.cancel() }
        timer.setCancelHandler { continuation.resume() }
        // The wall clock goes on while the machine is suspended, which dispatch's other clock does not.
        timer.schedule(
          wallDeadline: .now() + now.duration(to: deadline).seconds,
          leeway: tolerance.map { .microseconds(Int($0.seconds * 1_000_000)) } ?? .nanoseconds(0))
        timer.activate()
      }
    } onCancel: {
      timer.cancel()
    }
    try Task.checkCancellation()
  }
}

extension Duration {
  fileprivate var seconds: Double { self / .seconds(1) }
}
