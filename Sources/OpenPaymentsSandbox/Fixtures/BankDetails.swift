/// What the platform's documents tell about a bank beyond its BIC, name and town; unknown is empty, never invented.
struct BankDetails: Sendable {
  enum AuthorizationMethod: Sendable {
    case oauth2
    case decoupled
  }

  struct AffiliatedASPSP: Sendable {
    let id: String
    let name: String
  }

  var streetAddress = ""
  var postalCode = ""
  var companyNumber = ""
  var phone = ""
  var websiteURL = ""
  var globalPaymentProducts: [String] = []
  var authorizationMethods: [AuthorizationMethod] = []
  var affiliatedASPSPs: [AffiliatedASPSP] = []

  static let unknown = BankDetails()

  /// By BIC. Banks without an example of their own have what their page in the bank list tells.
  static let documented: [String: BankDetails] = [
    "ESSESESS": BankDetails(
      streetAddress: "Kungsträdgårdsgatan 8", postalCode: "106 40", companyNumber: "502032-9081",
      phone: "+46-771 365 365", websiteURL: "https://seb.se/",
      globalPaymentProducts: ["sepa-credit-transfers", "domestic", "international"],
      authorizationMethods: [.oauth2]),
    "SWEDSESS": BankDetails(
      streetAddress: "Landsvägen 40", postalCode: "105 34", companyNumber: "502017-7753",
      phone: "+46-8-585 900 00", websiteURL: "https://www.swedbank.se",
      globalPaymentProducts: ["domestic", "international", "swedish-giro"],
      authorizationMethods: [.oauth2, .decoupled],
      affiliatedASPSPs: [
        AffiliatedASPSP(id: "08999", name: "Swedbank"),
        AffiliatedASPSP(id: "08114", name: "Södra Dalarnas Sparbank AB"),
      ]),
    "HANDSESS": BankDetails(
      streetAddress: "Kungsträdgårdsgatan 2", postalCode: "106 70", companyNumber: "502007-7862",
      phone: "+46-8-701 10 00", websiteURL: "https://www.handelsbanken.se",
      globalPaymentProducts: ["sepa-credit-transfers", "domestic"],
      authorizationMethods: [.decoupled]),
    "NDEASESS": BankDetails(globalPaymentProducts: ["domestic", "swedish-giro"], authorizationMethods: [.oauth2]),
    "DABASESX": BankDetails(globalPaymentProducts: ["domestic"], authorizationMethods: [.oauth2]),
    "NDEAFIHH": BankDetails(globalPaymentProducts: ["sepa-credit-transfers"], authorizationMethods: [.oauth2]),
    "OKOYFIHH": BankDetails(globalPaymentProducts: ["sepa-credit-transfers"], authorizationMethods: [.oauth2]),
  ]
}
