import Synchronization

/// A clock that stands still until it is told otherwise.
final class ManualClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct Sleeper {
    let id: Int
    let deadline: Instant
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Instant(offset: .zero)
    var sleepers: [Sleeper] = []
    var cancelled: Set<Int> = []
    var count = 0
    /// Whether a test is over its time, so that nobody waits any longer.
    var isGivenUp = false
    var watchers: [(condition: @Sendable ([Instant]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

    /// Those whose condition holds now.
    mutating func satisfied() -> [CheckedContinuation<Void, Never>] {
      let deadlines = sleepers.map(\.deadline)
      let isGivenUp = isGivenUp
      let ready = watchers.filter { isGivenUp || $0.condition(deadlines) }.map(\.continuation)
      watchers.removeAll { isGivenUp || $0.condition(deadlines) }
      return ready
    }
  }

  private let state = Mutex(State())

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.count += 1
      return state.count
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (isCancelled, ready) = state.withLock { state -> (Bool, [CheckedContinuation<Void, Never>]) in
          if state.cancelled.contains(id) { return (true, []) }
          state.sleepers.append(Sleeper(id: id, deadline: deadline, continuation: continuation))
          return (false, state.satisfied())
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
        ready.forEach { $0.resume() }
      }
    } onCancel: {
      let (sleeper, ready) = state.withLock { state in
        state.cancelled.insert(id)
        let index = state.sleepers.firstIndex { $0.id == id }
        return (index.map { state.sleepers.remove(at: $0) }, state.satisfied())
      }
      sleeper?.continuation.resume(throwing: CancellationError())
      ready.forEach { $0.resume() }
    }
  }

  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let due = state.sleepers.filter { $0.deadline <= state.now }
      state.sleepers.removeAll { $0.deadline <= state.now }
      return due
    }
    due.forEach { $0.continuation.resume() }
  }

  /// Waits until those who sleep wake up at exactly these times, in seconds from the beginning, or the task is cancelled.
  func waitForSleepers(until seconds: [Double]) async {
    let wanted = seconds.map { Instant(offset: .seconds($0)) }.sorted()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let ready = state.withLock { state in
          state.watchers.append(({ $0.sorted() == wanted }, continuation))
          return state.satisfied()
        }
        ready.forEach { $0.resume() }
      }
    } onCancel: {
      let ready = state.withLock { state in
        state.isGivenUp = true
        return state.satisfied()
      }
      ready.forEach { $0.resume() }
    }
  }
}
