/// The six operations of the psd2 dialect. Several filters form a union, not an intersection; no filter means all.
public enum PSD2 {
  private static let root = ["psd2", "aspspinformation", "v1"]

  /// `GET /psd2/aspspinformation/v1/countries`
  public static func countries(isoCountryCodes: [String] = []) -> Endpoint<[Country]> {
    Endpoint(.countries, .psd2, root + ["countries"], query: [("isoCountryCodes", isoCountryCodes)]) {
      json throws(UnusableAnswer) in
      try json.list("countries").map { Country(psd2: $0) }
    }
  }

  /// `GET /psd2/aspspinformation/v1/countries/{isoCountryCode}`
  public static func country(_ isoCountryCode: String) -> Endpoint<Country> {
    Endpoint(.country, .psd2, root + ["countries", isoCountryCode]) { json throws(UnusableAnswer) in
      Country(psd2: try json.detail("isoCountryCode"))
    }
  }

  /// `GET /psd2/aspspinformation/v1/cities`
  public static func cities(isoCountryCodes: [String] = [], cityIds: [String] = []) -> Endpoint<[City]> {
    let country = isoCountryCodes.count == 1 && cityIds.isEmpty ? isoCountryCodes[0] : nil
    return Endpoint(
      .cities, .psd2, root + ["cities"], query: [("isoCountryCodes", isoCountryCodes), ("cityIds", cityIds)]
    ) { json throws(UnusableAnswer) in
      try json.list("cities").map { City(psd2: $0, isoCountryCode: country) }
    }
  }

  /// `GET /psd2/aspspinformation/v1/cities/{city-id}`
  public static func city(_ cityId: String) -> Endpoint<City> {
    Endpoint(.city, .psd2, root + ["cities", cityId]) { json throws(UnusableAnswer) in
      City(psd2: try json.detail("cityId"), isoCountryCode: nil)
    }
  }

  /// `GET /psd2/aspspinformation/v1/aspsps`
  public static func aspsps(isoCountryCodes: [String] = [], cityIds: [String] = []) -> Endpoint<[ASPSP]> {
    Endpoint(.aspsps, .psd2, root + ["aspsps"], query: [("isoCountryCodes", isoCountryCodes), ("cityIds", cityIds)]) {
      json throws(UnusableAnswer) in
      try json.list("aspsps", or: "aspSPs").map { ASPSP(psd2: $0) }
    }
  }

  /// `GET /psd2/aspspinformation/v1/aspsps/{bicFi}`
  public static func aspsp(_ bicFi: String) -> Endpoint<ASPSP> {
    Endpoint(.aspsp, .psd2, root + ["aspsps", bicFi]) { json throws(UnusableAnswer) in
      ASPSP(psd2: try json.detail("bicFi"))
    }
  }
}
