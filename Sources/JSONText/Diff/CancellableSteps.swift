/// Notices in the middle of long work that its task is cancelled, at next to no cost.
package struct CancellableSteps {
  private var count = 0

  package init() {}

  /// Call in every step.
  ///
  /// - Throws: within some thousand steps after the task is cancelled.
  package mutating func next() throws(CancellationError) {
    count &+= 1
    if count & 0xFFF == 0, Task.isCancelled { throw CancellationError() }
  }
}
