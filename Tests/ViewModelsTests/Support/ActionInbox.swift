import ViewModels

/// What an effect runner tells, taken one action after the other.
struct ActionInbox: Sendable {
  private let actions: AsyncStream<Action>
  private let continuation: AsyncStream<Action>.Continuation

  init() { (actions, continuation) = AsyncStream.makeStream() }

  func put(_ action: Action) { continuation.yield(action) }

  func finish() { continuation.finish() }

  /// The next action; nil after the last one.
  func next() async -> Action? {
    for await action in actions { return action }
    return nil
  }
}
