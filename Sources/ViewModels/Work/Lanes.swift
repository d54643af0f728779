/// Everything under way away from the screen, by lane.
@MainActor
final class Lanes {
  typealias Work = @Sendable @MainActor () async -> Void

  private struct Entry {
    let lane: Lane?
    let task: Task<Void, Never>
  }

  private var entries: [Int: Entry] = [:]
  private var begun = 0

  /// In place of what is under way in the lane.
  func replace(_ lane: Lane, _ work: @escaping Work) {
    cancel(lane)
    begin(in: lane, work)
  }

  /// After what is under way in the lane.
  func queue(_ lane: Lane, _ work: @escaping Work) {
    let earlier = tasks(in: lane)
    begin(in: lane) {
      for task in earlier { await task.value }
      await work()
    }
  }

  /// After what is under way in the lane, and in place of all that waits there.
  func queueAlone(_ lane: Lane, _ work: @escaping Work) {
    let earlier = tasks(in: lane)
    cancel(lane)
    begin(in: lane) {
      for task in earlier { await task.value }
      if !Task.isCancelled { await work() }
    }
  }

  /// Beside everything else; with a lane it ends when that is cancelled.
  func begin(in lane: Lane? = nil, _ work: @escaping Work) {
    begun += 1
    let number = begun
    let task = Task {
      await work()
      entries[number] = nil
    }
    entries[number] = Entry(lane: lane, task: task)
  }

  func cancel(_ lane: Lane) { tasks(in: lane).forEach { $0.cancel() } }

  func cancelAll() { entries.values.forEach { $0.task.cancel() } }

  private func tasks(in lane: Lane) -> [Task<Void, Never>] {
    entries.filter { $0.value.lane == lane }.sorted { $0.key < $1.key }.map(\.value.task)
  }
}
