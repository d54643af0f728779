import OpenPayments

/// What the columns say.
extension BrowserRoom {
  func title(of column: ColumnID) -> String {
    switch column {
    case .countries: "Countries"
    case .cities: "Cities" + (shownCountry == nil ? "" : " · \(countries.selected?.name ?? "")")
    case .aspsps: "ASPSPs" + (shownCity == nil ? "" : " · \(cities.selected?.name ?? "")")
    }
  }

  /// What a country or city is called where one is; empty before.
  var placeTitle: String {
    guard column != .countries, let country = countries.selected?.name else { return "" }
    guard column == .aspsps, let city = cities.selected?.name else { return country }
    return "\(country), \(city)"
  }

  func status(of column: ColumnID, _ directory: Directory) -> LoadStatus {
    switch column {
    case .countries: LoadStatus(directory.countries)
    case .cities where shownCountry?.isEmpty == true: LoadStatus(.noCode)
    case .aspsps where shownCity?.cityId.isEmpty == true: LoadStatus(.noID)
    case .cities: shownCountry.flatMap { directory.cities[$0] }.map { LoadStatus($0) } ?? LoadStatus()
    case .aspsps: shownCity.flatMap { directory.aspsps[$0] }.map { LoadStatus($0) } ?? LoadStatus()
    }
  }

  /// How much of a column's list has come; nil where that isn't known.
  func received(of column: ColumnID, _ directory: Directory) -> ReceivedCount? {
    switch column {
    case .countries: directory.received[.countries]
    case .cities: shownCountry.flatMap { directory.received[.cities(isoCountryCode: $0)] }
    case .aspsps: shownCity.flatMap { directory.received[.aspsps($0)] }
    }
  }

  /// The call behind a column that waits to be made again. While a token's call waits, all that is loading does.
  func retry(of column: ColumnID, _ session: Session) -> PendingRetry? {
    guard isLoading(column, session.directory) else { return nil }
    return session.retries.first { retry in
      switch (column, retry.wait.exchange.operation) {
      case (_, .token), (.countries, .countries), (.cities, .cities), (.aspsps, .aspsps): true
      default: false
      }
    }
  }

  private func isLoading(_ column: ColumnID, _ directory: Directory) -> Bool {
    switch column {
    case .countries: directory.countries.startedAt != nil
    case .cities: shownCountry.flatMap { directory.cities[$0]?.startedAt } != nil
    case .aspsps: shownCity.flatMap { directory.aspsps[$0]?.startedAt } != nil
    }
  }

  /// What the selected row of the column is called by.
  var identifier: Clipping? {
    guard let row = self[column].selected else { return nil }
    let clipping =
      switch column {
      case .countries: Clipping(row.id, "the country code")
      case .cities: Clipping(row.id, "the city id")
      case .aspsps: Clipping(row.code, "the BIC")
      }
    return clipping.text.isEmpty ? nil : clipping
  }

  var name: Clipping? { self[column].selected.map { Clipping($0.name, "the name") } }
}
