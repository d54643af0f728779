/// One of the calls that reading the whole directory is made of.
public enum DirectoryCall: Sendable, Hashable, Codable {
  /// The list of countries, with which everything begins.
  case countries
  /// The cities of a country, by its ISO 3166-1 alpha-2 code.
  case cities(isoCountryCode: String)
  /// The ASPSPs of one city.
  case aspsps(isoCountryCode: String, cityId: String)
  /// One ASPSP with its details; in psd2 alone, where lists don't hold them.
  case aspsp(bicFi: String)

  /// Whether it says what it asks for: with an empty code or id it would ask for everything.
  var isNamed: Bool {
    switch self {
    case .countries: true
    case .cities(let code): !code.isEmpty
    case .aspsps(_, let cityId): !cityId.isEmpty
    case .aspsp(let bicFi): !bicFi.isEmpty
    }
  }

  /// The operation that the call is of.
  public var operation: Operation {
    switch self {
    case .countries: .countries
    case .cities: .cities
    case .aspsps: .aspsps
    case .aspsp: .aspsp
    }
  }
}
