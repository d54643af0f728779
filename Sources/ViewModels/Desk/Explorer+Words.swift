extension Explorer {
  public func title(of column: ColumnID) -> String {
    switch column {
    case .countries: "Countries"
    case .cities: "Cities" + (shownCountry == nil ? "" : " · \(countries.selected?.name ?? "")")
    case .aspsps: "ASPSPs" + (shownCity == nil ? "" : " · \(cities.selected?.name ?? "")")
    }
  }

  public func status(of column: ColumnID) -> LoadStatus {
    var status = known(of: column)
    // What waits for a yes isn't under way.
    if !held.isEmpty { status.startedAt = nil }
    return status
  }

  /// How much of a column's list has come; nil where that isn't known.
  public func received(of column: ColumnID) -> ReceivedCount? {
    switch column {
    case .countries: session.directory.received[.countries]
    case .cities: shownCountry.flatMap { session.directory.received[.cities(isoCountryCode: $0)] }
    case .aspsps: shownCity.flatMap { session.directory.received[.aspsps($0)] }
    }
  }

  private func known(of column: ColumnID) -> LoadStatus {
    switch column {
    case .countries: LoadStatus(session.directory.countries)
    case .cities where shownCountry?.isEmpty == true: LoadStatus(.noCode)
    case .aspsps where shownCity?.cityId.isEmpty == true: LoadStatus(.noID)
    case .cities: shownCountry.flatMap { session.directory.cities[$0] }.map { LoadStatus($0) } ?? LoadStatus()
    case .aspsps: shownCity.flatMap { session.directory.aspsps[$0] }.map { LoadStatus($0) } ?? LoadStatus()
    }
  }
}
