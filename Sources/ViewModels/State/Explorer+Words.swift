public import FoundationEssentials

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
    case .countries: directory.received[.countries]
    case .cities: shownCountry.flatMap { directory.received[.cities(isoCountryCode: $0)] }
    case .aspsps: shownCity.flatMap { directory.received[.aspsps($0)] }
    }
  }

  private func known(of column: ColumnID) -> LoadStatus {
    switch column {
    case .countries: LoadStatus(directory.countries)
    case .cities where shownCountry?.isEmpty == true: LoadStatus(.noCode)
    case .aspsps where shownCity?.cityId.isEmpty == true: LoadStatus(.noID)
    case .cities: shownCountry.flatMap { directory.cities[$0] }.map { LoadStatus($0) } ?? LoadStatus()
    case .aspsps: shownCity.flatMap { directory.aspsps[$0] }.map { LoadStatus($0) } ?? LoadStatus()
    }
  }
}

/// How a load stands, whatever it loads.
public struct LoadStatus: Sendable, Equatable {
  public private(set) var loadedAt: Date?
  public private(set) var failure: LoadFailure?
  fileprivate(set) var startedAt: Date?

  init() {}

  init(_ failure: LoadFailure) { self.failure = failure }

  init<Value>(_ load: Load<Value>) {
    loadedAt = load.latest?.at
    failure = load.failure
    startedAt = load.startedAt
  }

  /// How many seconds a load has been under way; nil if none is, or not long enough to be worth saying.
  public func visibleWait(at now: Date) -> TimeInterval? {
    guard let startedAt else { return nil }
    let elapsed = now.timeIntervalSince(startedAt)
    return elapsed >= Explorer.quietTime - 0.01 ? elapsed : nil
  }
}
