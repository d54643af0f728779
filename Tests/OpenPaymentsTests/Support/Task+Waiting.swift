extension Task where Success == Never, Failure == Never {
  /// Lets others go on. Throws when a test is over its time, so that what waits for something that never comes ends.
  static func turn() async throws {
    try checkCancellation()
    await yield()
  }
}

extension Task {
  /// What the task returns, or throws. Unlike for `value`, a test that is over its time waits no longer.
  func outcome() async throws -> Success {
    let (results, continuation) = AsyncStream.makeStream(of: Result<Success, Failure>.self)
    Task<Void, Never> {
      continuation.yield(await result)
      continuation.finish()
    }
    for await result in results { return try result.get() }
    throw _Concurrency.CancellationError()
  }
}
