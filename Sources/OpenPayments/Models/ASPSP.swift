/// An account servicing payment service provider: a bank.
///
/// psd2 lists send `bicFi`, `name` and `logoUrl`; the rest comes with the detail. seed sends whole records. A member
/// that was not sent is nil.
public struct ASPSP: Sendable, Hashable {
  /// The BIC, 8 or 11 characters; empty if the platform sent none.
  public var bicFi: String
  /// As sent, trailing blanks included.
  public var name: String
  public var id: String?
  public var logoUrl: String?
  public var websiteUrl: String?
  public var phone: String?
  /// Organisation number; `companyId` in seed.
  public var companyNumber: String?
  /// One address in psd2, any number in seed.
  public var postalAddresses: [PostalAddress]
  /// `domestic`, `sepa-credit-transfers`, `international`, `swedish-giro`, …
  public var globalPaymentProducts: [String]?
  /// The bank's own product names.
  public var paymentProducts: [String]?
  public var supportedAuthorizationMethods: [AuthorizationMethod]?
  public var affiliatedAspsps: [AffiliatedASPSP]?
  public var additional: [AdditionalMember]

  public init(
    bicFi: String, name: String, id: String? = nil, logoUrl: String? = nil, websiteUrl: String? = nil,
    phone: String? = nil, companyNumber: String? = nil, postalAddresses: [PostalAddress] = [],
    globalPaymentProducts: [String]? = nil, paymentProducts: [String]? = nil,
    supportedAuthorizationMethods: [AuthorizationMethod]? = nil, affiliatedAspsps: [AffiliatedASPSP]? = nil,
    additional: [AdditionalMember] = []
  ) {
    self.bicFi = bicFi
    self.name = name
    self.id = id
    self.logoUrl = logoUrl
    self.websiteUrl = websiteUrl
    self.phone = phone
    self.companyNumber = companyNumber
    self.postalAddresses = postalAddresses
    self.globalPaymentProducts = globalPaymentProducts
    self.paymentProducts = paymentProducts
    self.supportedAuthorizationMethods = supportedAuthorizationMethods
    self.affiliatedAspsps = affiliatedAspsps
    self.additional = additional
  }
}

/// Where an ASPSP has its seat. `city` and `country` are names; the ids come in seed only.
public struct PostalAddress: Sendable, Hashable {
  public var streetAddress: String?
  public var postalCode: String?
  public var city: String?
  public var cityId: String?
  public var isoCountryCode: String?
  public var country: String?
  public var additional: [AdditionalMember]

  public init(
    streetAddress: String? = nil, postalCode: String? = nil, city: String? = nil, cityId: String? = nil,
    isoCountryCode: String? = nil, country: String? = nil, additional: [AdditionalMember] = []
  ) {
    self.streetAddress = streetAddress
    self.postalCode = postalCode
    self.city = city
    self.cityId = cityId
    self.isoCountryCode = isoCountryCode
    self.country = country
    self.additional = additional
  }

  var isEmpty: Bool { self == PostalAddress() }
}

/// A way to authorise with an ASPSP: `OAuth2` with the address of its discovery document, or `Decoupled` with an empty one.
public struct AuthorizationMethod: Sendable, Hashable {
  public var name: String
  public var uri: String
  public var additional: [AdditionalMember]

  public init(name: String, uri: String, additional: [AdditionalMember] = []) {
    self.name = name
    self.uri = uri
    self.additional = additional
  }
}

/// An ASPSP reached through another's BIC, such as the savings banks through Swedbank's.
public struct AffiliatedASPSP: Sendable, Hashable {
  /// Digits that may begin with a zero.
  public var id: String
  public var name: String
  public var additional: [AdditionalMember]

  public init(id: String, name: String, additional: [AdditionalMember] = []) {
    self.id = id
    self.name = name
    self.additional = additional
  }
}
