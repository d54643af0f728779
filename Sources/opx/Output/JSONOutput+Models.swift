import JSONText
import OpenPayments

/// The same shape for both dialects: what only one of them sends is an additional member.
extension JSONOutput {
  init(_ country: Country) {
    self = .sent([
      ("isoCountryCode", .string(country.isoCountryCode)),
      ("name", .string(country.name)),
      ("additional", .additional(country.additional, and: "id", country.id)),
    ])
  }

  init(_ city: City) {
    self = .sent([
      ("cityId", .string(city.cityId)),
      ("name", .string(city.name)),
      ("isoCountryCode", city.isoCountryCode.map(JSONOutput.string)),
      ("additional", .additional(city.additional, and: "countryId", city.countryId)),
    ])
  }

  /// The first address is part of the object itself, as psd2 has it; any more are listed.
  init(_ aspsp: ASPSP) {
    let address = aspsp.postalAddresses.first
    let furtherAddresses = aspsp.postalAddresses.dropFirst().map { JSONOutput($0) }
    self = .sent([
      ("bicFi", .string(aspsp.bicFi)),
      ("name", .string(aspsp.name)),
      ("id", aspsp.id.map(JSONOutput.string)),
      ("logoUrl", aspsp.logoUrl.map(JSONOutput.string)),
      ("streetAddress", address?.streetAddress.map(JSONOutput.string)),
      ("postalCode", address?.postalCode.map(JSONOutput.string)),
      ("city", address?.city.map(JSONOutput.string)),
      ("cityId", address?.cityId.map(JSONOutput.string)),
      ("country", address?.country.map(JSONOutput.string)),
      ("isoCountryCode", address?.isoCountryCode.map(JSONOutput.string)),
      ("companyNumber", aspsp.companyNumber.map(JSONOutput.string)),
      ("phone", aspsp.phone.map(JSONOutput.string)),
      ("websiteUrl", aspsp.websiteUrl.map(JSONOutput.string)),
      ("globalPaymentProducts", aspsp.globalPaymentProducts.map { .array($0.map(JSONOutput.string)) }),
      ("paymentProducts", aspsp.paymentProducts.map { .array($0.map(JSONOutput.string)) }),
      ("supportedAuthorizationMethods", aspsp.supportedAuthorizationMethods.map { .array($0.map { JSONOutput($0) }) }),
      ("affiliatedAspsps", aspsp.affiliatedAspsps.map { .array($0.map { JSONOutput($0) }) }),
      ("postalAddresses", furtherAddresses.isEmpty ? nil : .array(furtherAddresses)),
      ("additional", .additional(aspsp.additional + (address?.additional ?? []))),
    ])
  }

  private init(_ address: PostalAddress) {
    self = .sent([
      ("streetAddress", address.streetAddress.map(JSONOutput.string)),
      ("postalCode", address.postalCode.map(JSONOutput.string)),
      ("city", address.city.map(JSONOutput.string)),
      ("cityId", address.cityId.map(JSONOutput.string)),
      ("country", address.country.map(JSONOutput.string)),
      ("isoCountryCode", address.isoCountryCode.map(JSONOutput.string)),
      ("additional", .additional(address.additional)),
    ])
  }

  private init(_ method: AuthorizationMethod) {
    self = .sent([
      ("name", .string(method.name)), ("uri", .string(method.uri)), ("additional", .additional(method.additional)),
    ])
  }

  private init(_ affiliated: AffiliatedASPSP) {
    self = .sent([
      ("id", .string(affiliated.id)), ("name", .string(affiliated.name)),
      ("additional", .additional(affiliated.additional)),
    ])
  }

  /// An object of the members that were sent.
  private static func sent(_ members: [(name: String, value: JSONOutput?)]) -> JSONOutput {
    .object(members.compactMap { member in member.value.map { Member(member.name, $0) } })
  }

  private static func additional(
    _ members: [AdditionalMember], and name: String = "", _ text: String? = nil
  ) -> JSONOutput? {
    let known = text.map { [Member(name, .string($0))] } ?? []
    let all = known + members.map { Member($0.name, .verbatim(Array($0.value.bytes))) }
    return all.isEmpty ? nil : .object(all)
  }
}
