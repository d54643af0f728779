/// A city with ASPSPs.
public struct City: Sendable, Hashable {
  /// Opaque; in practice shaped like a UUID, though not always a well-formed one. `id` in seed.
  public var cityId: String
  /// `city` in seed.
  public var name: String
  /// ISO 3166-1 alpha-2. Where the answer doesn't say (seed never does), the country that was asked for.
  public var isoCountryCode: String?
  /// The id of the country, a UUID; psd2 only and rarely sent.
  public var countryId: String?
  /// Members that no document names, in the order sent.
  public var additional: [AdditionalMember]

  /// A city with these members.
  public init(
    cityId: String, name: String, isoCountryCode: String? = nil, countryId: String? = nil,
    additional: [AdditionalMember] = []
  ) {
    self.cityId = cityId
    self.name = name
    self.isoCountryCode = isoCountryCode
    self.countryId = countryId
    self.additional = additional
  }
}
