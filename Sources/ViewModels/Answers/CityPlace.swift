/// A city in its country: seed needs both to list its ASPSPs.
public struct CityPlace: Sendable, Hashable {
  public let isoCountryCode: String
  public let cityId: String

  public init(isoCountryCode: String, cityId: String) {
    self.isoCountryCode = isoCountryCode
    self.cityId = cityId
  }
}
