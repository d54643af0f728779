extension EffectRunner {
  func gather(_ job: FinderEntries.Job) async {
    guard let entries = await Self.entries(of: job), !Task.isCancelled else { return }
    send(.gathered(job, entries))
  }

  @concurrent
  private static func entries(of job: FinderEntries.Job) async -> FinderEntries? {
    job.run { Task.isCancelled }
  }
}
