import ExplorerStorage
public import OpenPayments

extension Explorer {
  /// The call behind a column that waits to be made again. While a token's call waits, all that is loading does.
  public func retry(of column: ColumnID) -> RetryWait? { pendingRetry(of: column)?.wait }

  func pendingRetry(of column: ColumnID) -> PendingRetry? {
    guard isLoading(column) else { return nil }
    return session.retries.first { retry in
      switch (column, retry.wait.exchange.operation) {
      case (_, .token), (.countries, .countries), (.cities, .cities), (.aspsps, .aspsps): true
      default: false
      }
    }
  }

  private func isLoading(_ column: ColumnID) -> Bool {
    switch column {
    case .countries: session.directory.countries.startedAt != nil
    case .cities: shownCountry.flatMap { session.directory.cities[$0]?.startedAt } != nil
    case .aspsps: shownCity.flatMap { session.directory.aspsps[$0]?.startedAt } != nil
    }
  }

  /// A side's call that waits to be made again, or the token call that it needs.
  public func retry(of side: ComparedSide) -> RetryWait? {
    side.call.flatMap { call in
      sessions[call.caller.tag].waits.first { [.get, .token].contains($0.exchange.operation) }
    }
  }
}
