/// The three lists of the seed dialect, as the platform's guide of 2019 has them.
public enum Seed {
  private static let root = ["aspspinformation", "v1", "aspsps"]

  /// `GET /aspspinformation/v1/aspsps/countries`
  public static var countries: Endpoint<[Country]> {
    Endpoint(.countries, .seed, root + ["countries"]) { json throws(UnusableAnswer) in
      try json.list("data").map { Country(seed: $0) }
    }
  }

  /// `GET /aspspinformation/v1/aspsps/{isoCountryCode}/cities`
  public static func cities(in isoCountryCode: String) -> Endpoint<[City]> {
    Endpoint(.cities, .seed, root + [isoCountryCode, "cities"]) { json throws(UnusableAnswer) in
      try json.list("data").map { City(seed: $0, isoCountryCode: isoCountryCode) }
    }
  }

  /// `GET /aspspinformation/v1/aspsps/{isoCountryCode}/cities/{id}`: the ASPSPs of a city, though it reads like its detail.
  public static func aspsps(in isoCountryCode: String, cityId: String) -> Endpoint<[ASPSP]> {
    Endpoint(.aspsps, .seed, root + [isoCountryCode, "cities", cityId]) { json throws(UnusableAnswer) in
      try json.list("data").map { ASPSP(seed: $0) }
    }
  }
}
