import FoundationEssentials
import Synchronization

/// The waits of one client's calls, which can be ended all at once.
final class RetryPause: Sendable {
  private let time: TimeSource
  private let sleeps = Mutex<[UUID: Task<Void, Never>]>([:])

  init(time: TimeSource) { self.time = time }

  /// Returns when the time is over, when all waits are ended, or when the task is cancelled.
  ///
  /// - Parameter begun: called as soon as the wait can be ended.
  func wait(_ duration: Duration, begun: () -> Void) async {
    let id = UUID()
    let sleep = Task { [time] in await time.sleep(duration) }
    sleeps.withLock { $0[id] = sleep }
    begun()
    await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
    sleeps.withLock { $0[id] = nil }
  }

  func endAll() {
    for sleep in sleeps.withLock({ Array($0.values) }) { sleep.cancel() }
  }
}
