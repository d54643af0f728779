import ExplorerStorage
public import OpenPayments

extension Explorer {
  /// The call behind a column that waits to be made again. While a token's call waits, all that is loading does.
  public func retry(of column: ColumnID) -> RetryWait? { pendingRetry(of: column)?.wait }

  func pendingRetry(of column: ColumnID) -> PendingRetry? {
    guard isLoading(column) else { return nil }
    return retries[profile.id]?.first { retry in
      switch (column, retry.wait.exchange.operation) {
      case (_, .token), (.countries, .countries), (.cities, .cities), (.aspsps, .aspsps): true
      default: false
      }
    }
  }

  var waits: [RetryWait] { retries[profile.id]?.map(\.wait) ?? [] }

  private func isLoading(_ column: ColumnID) -> Bool {
    switch column {
    case .countries: directory.countries.startedAt != nil
    case .cities: shownCountry.flatMap { directory.cities[$0]?.startedAt } != nil
    case .aspsps: shownCity.flatMap { directory.aspsps[$0]?.startedAt } != nil
    }
  }
}
