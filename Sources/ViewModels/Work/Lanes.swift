/// Everything under way away from the screen, by lane.
@MainActor
final class Lanes {
  typealias Work = @Sendable @MainActor () async -> Void

  /// What is under way, by its number; what was cancelled is not, even if it has not noticed yet.
  private var tasks: [Lane?: [Int: Task<Void, Never>]] = [:]
  private var latest: [Lane: Task<Void, Never>] = [:]
  private var begun = 0

  /// In place of what is under way in the lane.
  func replace(_ lane: Lane, _ work: @escaping Work) {
    cancel(lane)
    begin(in: lane, work)
  }

  /// After what is under way in the lane.
  func queue(_ lane: Lane, _ work: @escaping Work) {
    let earlier = latest[lane]
    begin(in: lane) {
      await earlier?.value
      await work()
    }
    latest[lane] = tasks[lane]?[begun]
  }

  /// After what is under way in the lane, and in place of all that waits there.
  func queueAlone(_ lane: Lane, _ work: @escaping Work) {
    let earlier = latest[lane]
    cancel(lane)
    begin(in: lane) {
      await earlier?.value
      if !Task.isCancelled { await work() }
    }
    latest[lane] = tasks[lane]?[begun]
  }

  /// Beside everything else; with a lane it ends when that is cancelled.
  func begin(in lane: Lane? = nil, _ work: @escaping Work) {
    begun += 1
    let number = begun
    tasks[lane, default: [:]][number] = Task {
      await work()
      tasks[lane]?[number] = nil
    }
  }

  func cancel(_ lane: Lane) { tasks.removeValue(forKey: lane)?.values.forEach { $0.cancel() } }

  func cancelAll() { tasks.values.flatMap(\.values).forEach { $0.cancel() } }
}
