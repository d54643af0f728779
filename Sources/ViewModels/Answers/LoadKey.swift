/// What is loaded: a list of the directory, or the detail of one ASPSP.
public enum LoadKey: Sendable, Hashable {
  case countries
  case cities(isoCountryCode: String)
  case aspsps(CityPlace)
  case detail(bicFi: String)

  /// Whether it says what it asks for: with an empty code or id it would ask for everything.
  var isNamed: Bool {
    switch self {
    case .countries: true
    case .cities(let code): !code.isEmpty
    case .aspsps(let place): !place.isoCountryCode.isEmpty && !place.cityId.isEmpty
    case .detail(let bicFi): !bicFi.isEmpty
    }
  }

  /// Loads of one kind stand in each other's way: a newer one replaces an older one.
  public enum Kind: Sendable, Hashable, CaseIterable { case countries, cities, aspsps, detail }

  public var kind: Kind {
    switch self {
    case .countries: .countries
    case .cities: .cities
    case .aspsps: .aspsps
    case .detail: .detail
    }
  }
}
