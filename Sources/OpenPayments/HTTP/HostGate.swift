import FoundationEssentials
import Synchronization

/// Lets only so many calls go to one host at a time; the others wait in the order they came.
final class HostGate: Sendable {
  fileprivate struct Host {
    var free: Int
    var waiting: ArraySlice<(id: UUID, continuation: CheckedContinuation<Bool, Never>)> = []
  }

  private let limit: Int
  private let hosts = Mutex<[String: Host]>([:])

  init(limit: Int) { self.limit = max(limit, 1) }

  /// Waits for a place, to be given back by ``leave(_:)``.
  ///
  /// - Returns: false, without a place, if the task is cancelled before there is one.
  func enter(_ host: String) async -> Bool {
    guard !Task.isCancelled else { return false }
    if hosts.withLock({ $0[host, default: Host(free: limit)].take() }) { return true }
    let id = UUID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let hasPlace: Bool? = hosts.withLock { hosts in
          // Inside the lock, so that a cancellation either is seen here or finds the one that waits.
          if Task.isCancelled { return false }
          if hosts[host, default: Host(free: limit)].take() { return true }
          hosts[host]?.waiting.append((id, continuation))
          return nil
        }
        if let hasPlace { continuation.resume(returning: hasPlace) }
      }
    } onCancel: {
      let waiting = hosts.withLock { $0[host]?.remove(id) }
      waiting?.resume(returning: false)
    }
  }

  func leave(_ host: String) {
    let next = hosts.withLock { hosts -> CheckedContinuation<Bool, Never>? in
      if let next = hosts[host]?.waiting.popFirst() { return next.continuation }
      hosts[host]?.free += 1
      return nil
    }
    next?.resume(returning: true)
  }
}

extension HostGate.Host {
  fileprivate mutating func take() -> Bool {
    guard free > 0 else { return false }
    free -= 1
    return true
  }

  fileprivate mutating func remove(_ id: UUID) -> CheckedContinuation<Bool, Never>? {
    waiting.firstIndex { $0.id == id }.map { waiting.remove(at: $0).continuation }
  }
}
