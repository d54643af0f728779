/// An account servicing payment service provider: a bank.
///
/// psd2 lists send `bicFi`, `name` and `logoUrl`; the rest comes with the detail. seed sends whole records. A member
/// that was not sent is nil.
public struct ASPSP: Sendable, Hashable {
  /// The BIC, 8 or 11 characters; empty if the platform sent none.
  public var bicFi: String
  /// As sent, trailing blanks included.
  public var name: String
  /// The platform's own id; seed sends one, psd2's lists may.
  public var id: String?
  /// Where an image of its logo is.
  public var logoUrl: String?
  /// With or without a slash at its end, as sent.
  public var websiteUrl: String?
  /// Free text, in whatever format.
  public var phone: String?
  /// Organisation number; `companyId` in seed.
  public var companyNumber: String?
  /// One address in psd2, any number in seed.
  public var postalAddresses: [PostalAddress]
  /// `domestic`, `sepa-credit-transfers`, `international`, `swedish-giro`, …
  public var globalPaymentProducts: [String]?
  /// The bank's own product names.
  public var paymentProducts: [String]?
  /// How a payer can approve; nil if not sent.
  public var supportedAuthorizationMethods: [AuthorizationMethod]?
  /// Banks that are reached through this one; nil if not sent.
  public var affiliatedAspsps: [AffiliatedASPSP]?
  /// Members that no document names, in the order sent.
  public var additional: [AdditionalMember]

  /// One with these members.
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
  /// Street and number.
  public var streetAddress: String?
  /// Kept as text, blanks included.
  public var postalCode: String?
  /// The city's name.
  public var city: String?
  /// The city's id; seed alone sends it.
  public var cityId: String?
  /// ISO 3166-1 alpha-2; seed alone sends it.
  public var isoCountryCode: String?
  /// The country's name.
  public var country: String?
  /// Members that no document names, in the order sent.
  public var additional: [AdditionalMember]

  /// One with these members.
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
  /// Its name, as sent.
  public var name: String
  /// Where to begin; empty for methods without such a place, such as `Decoupled`.
  public var uri: String
  /// Members that no document names, in the order sent.
  public var additional: [AdditionalMember]

  /// One with these members.
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
  /// Its name, as sent.
  public var name: String
  /// Members that no document names, in the order sent.
  public var additional: [AdditionalMember]

  /// One with these members.
  public init(id: String, name: String, additional: [AdditionalMember] = []) {
    self.id = id
    self.name = name
    self.additional = additional
  }
}
