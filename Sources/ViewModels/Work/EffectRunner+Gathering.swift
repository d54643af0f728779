extension EffectRunner {
  func gather(_ job: FinderEntries.Job) async {
    guard let entries = await Self.entries(of: job), !Task.isCancelled else { return }
    send(.finder(.gathered(job, entries)))
  }

  /// Lets go of entries, of which there may be many, where no key waits for that.
  static func release(_ entries: FinderEntries) {
    Task.detached {
      // Until the main actor has done what it is doing, it refers to them as well.
      await MainActor.run {}
      withExtendedLifetime(entries) {}
    }
  }

  @concurrent
  private static func entries(of job: FinderEntries.Job) async -> FinderEntries? {
    job.run { Task.isCancelled }
  }
}
