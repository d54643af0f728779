import Foundation

/// Threads beside the few that all tests share, for tests that block or that must answer in time: busy ones can't hold
/// them up, nor they the others.
public enum OwnThreads {
  public static func run(_ body: () async throws -> Void) async rethrows {
    try await withTaskExecutorPreference(Executor.shared) { try await body() }
  }

  /// Runs each job on a thread of its own.
  private final class Executor: TaskExecutor {
    static let shared = Executor()

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }
}
