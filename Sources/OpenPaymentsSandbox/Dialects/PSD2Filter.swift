import HTTPTypes

/// The filters of the psd2 lists. Together they form a union, not an intersection; without any, everything passes.
struct PSD2Filter {
  private let isoCountryCodes: Set<String>?
  private let cityIDs: Set<String>?

  /// Values are separated by commas, come in repeated parameters, or both. Other parameters are ignored, and so is one
  /// that is empty.
  init(_ query: [FormField]) throws(TPPMessage) {
    isoCountryCodes = try Self.values("isoCountryCodes", in: query, isWellFormed: PSD2Pattern.isCountryCode)
      .map { Set($0.map { $0.uppercased() }) }
    cityIDs = try Self.values("cityIds", in: query, isWellFormed: PlatformID.isWellFormed)
      .map { Set($0.map { $0.lowercased() }) }
  }

  func passes(_ country: Catalogue.Country) -> Bool {
    isoCountryCodes?.contains(country.isoCountryCode) ?? true
  }

  func passes(_ city: Catalogue.City) -> Bool {
    passes(isoCountryCode: city.isoCountryCode, cityID: city.id)
  }

  func passes(_ bank: Catalogue.Bank) -> Bool {
    passes(isoCountryCode: bank.country.isoCountryCode, cityID: bank.city?.id)
  }

  private func passes(isoCountryCode: String, cityID: String?) -> Bool {
    if isoCountryCodes == nil, cityIDs == nil { return true }
    return isoCountryCodes?.contains(isoCountryCode) ?? false || cityID.flatMap { cityIDs?.contains($0) } ?? false
  }

  private static func values(
    _ name: String, in query: [FormField], isWellFormed: (String) -> Bool
  ) throws(TPPMessage) -> [String]? {
    let fields = query.filter { $0.name == name && !$0.value.isEmpty }
    if fields.isEmpty { return nil }
    let values = fields.flatMap { $0.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard values.allSatisfy(isWellFormed) else {
      throw TPPMessage(.badRequest, .formatError, "A value of \(name) is malformed.")
    }
    return values
  }
}
