import JSONText
import Synchronization

/// Keeps the latest exchanges and hands each on to whoever listens: `configuration.onExchange = log.record`.
public final class ExchangeLog: Sendable {
  private struct State {
    var kept: ArraySlice<Exchange> = []
    var bytes = 0
    var listeners: [Int: AsyncStream<Exchange>.Continuation] = [:]
    var listenersSoFar = 0
  }

  private let capacity: Int
  private let bodyLimit: Int
  private let totalLimit: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - capacity: the most exchanges to keep; the oldest goes first.
  ///   - bodyLimit: the largest body to keep, in bytes. Of a larger one its length remains.
  ///   - totalLimit: the most bytes of bodies and what is known of their structure together.
  public init(capacity: Int = 500, bodyLimit: Int = 1024 * 1024, totalLimit: Int = 64 * 1024 * 1024) {
    self.capacity = max(capacity, 0)
    self.bodyLimit = bodyLimit
    self.totalLimit = totalLimit
  }

  /// What is kept, the oldest first.
  public var exchanges: [Exchange] { state.withLock { Array($0.kept) } }

  /// Takes in one exchange. May be called from anywhere, and never waits.
  @Sendable
  public func record(_ exchange: Exchange) {
    let kept = exchange.body.count > bodyLimit ? exchange.withoutBody() : exchange
    let listeners = state.withLock { state in
      state.kept.append(kept)
      state.bytes += kept.bytesHeld
      while state.kept.count > capacity || state.bytes > totalLimit, let oldest = state.kept.popFirst() {
        state.bytes -= oldest.bytesHeld
      }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield(exchange) }
  }

  /// Every exchange from now on, whole. A listener that falls more than 100 behind misses the oldest of them.
  public func stream() -> AsyncStream<Exchange> {
    AsyncStream(bufferingPolicy: .bufferingNewest(100)) { continuation in
      let number = state.withLock { state in
        state.listenersSoFar += 1
        state.listeners[state.listenersSoFar] = continuation
        return state.listenersSoFar
      }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { $0.listeners[number] = nil }
      }
    }
  }
}

extension Exchange {
  /// With about nine for each place in the structure of the body.
  fileprivate var bytesHeld: Int {
    body.count + (encodedBody?.count ?? 0) + requestBody.count + 9 * (document?.nodeCount ?? 0)
  }
}
