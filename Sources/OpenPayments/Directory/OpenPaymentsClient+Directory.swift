extension OpenPaymentsClient {
  /// Reads the whole directory: every country, city and ASPSP with its details.
  ///
  /// - Parameters:
  ///   - checkpoint: where an earlier reading ended; what it had read is not asked for again. One of another dialect is
  ///     no help and is left aside.
  ///   - parallelCalls: how many calls may be under way at a time.
  public func directory(
    resuming checkpoint: DirectoryCheckpoint? = nil, parallelCalls: Int = 8
  ) -> DirectoryReading {
    let usable = checkpoint.flatMap { $0.dialect == configuration.dialect ? $0 : nil }
    let plan = usable.map { DirectoryPlan($0) } ?? DirectoryPlan(configuration.dialect)
    return DirectoryReading(self, plan, parallelCalls: parallelCalls)
  }

  func find(_ call: DirectoryCall) async throws(OpenPaymentsError) -> DirectoryPlan.Found {
    switch call {
    case .countries: .countries(try await countries().value)
    case .cities(let code): .cities(try await cities(in: code).value)
    case .aspsps(let code, let cityId): .aspsps(try await aspsps(in: code, cityId: cityId).value)
    case .aspsp(let bicFi): .aspsp(try await aspsp(bicFi).value)
    }
  }
}
