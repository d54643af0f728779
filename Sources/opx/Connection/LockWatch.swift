import ExplorerStorage
import Synchronization

/// Whether this run waits for another copy of the program, which is told as it happens.
final class LockWatch: Sendable {
  /// For one listener, where nobody else is told.
  let events: AsyncStream<LockEvent>

  private let waits = Mutex(0)
  private let tell: LockListener

  /// - Parameter tell: is told; nil for ``events``.
  init(tell: LockListener?) {
    let (events, continuation) = AsyncStream.makeStream(of: LockEvent.self, bufferingPolicy: .bufferingNewest(64))
    self.events = events
    self.tell = tell ?? { continuation.yield($0) }
  }

  var isWaiting: Bool { waits.withLock { $0 > 0 } }

  @Sendable func note(_ event: LockEvent) {
    switch event {
    case .began: waits.withLock { $0 += 1 }
    case .ended, .givenUp: waits.withLock { $0 -= 1 }
    }
    tell(event)
  }
}
