extension EffectRunner {
  func find(_ job: BodySearch.Job) async {
    guard let hits = await Self.hits(of: job), !Task.isCancelled else { return }
    send(.inspector(.found(job, hits)))
  }

  func find(_ job: BodyQuery.Job) async {
    let outcome = await Self.outcome(of: job)
    if !Task.isCancelled { send(.inspector(.queried(job, outcome))) }
  }

  @concurrent
  private static func outcome(of job: BodyQuery.Job) async -> BodyQuery.Outcome {
    job.run { Task.isCancelled }
  }

  @concurrent
  private static func hits(of job: BodySearch.Job) async -> BodySearch.Hits? {
    job.run { Task.isCancelled }
  }
}
