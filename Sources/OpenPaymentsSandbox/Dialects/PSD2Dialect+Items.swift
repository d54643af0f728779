import JSONText

extension PSD2Dialect {
  static func country(_ country: Catalogue.Country) -> JSONOutput {
    [
      "id": .string(country.id), "isoCountryCode": .string(country.isoCountryCode), "name": .string(country.name),
    ]
  }

  static func city(_ city: Catalogue.City) -> JSONOutput {
    ["cityId": .string(city.id), "name": .string(city.name), "isoCountryCode": .string(city.isoCountryCode)]
  }

  static func aspspItem(_ bank: Catalogue.Bank) -> JSONOutput {
    ["bicFi": .string(bank.bicFi), "name": .string(bank.name), "logoUrl": .string(bank.listLogoURL)]
  }

  /// - Parameter origin: where the discovery document of redirecting banks is.
  static func aspsp(_ bank: Catalogue.Bank, origin: String) -> JSONOutput {
    let details = bank.details
    return [
      "bicFi": .string(bank.bicFi),
      "name": .string(bank.name),
      "logoUrl": .string(bank.detailLogoURL),
      "city": .string(bank.city?.name ?? ""),
      "country": .string(bank.country.name),
      "postalCode": .string(details.postalCode),
      "streetAddress": .string(details.streetAddress),
      "companyNumber": .string(details.companyNumber),
      "phone": .string(details.phone),
      "websiteUrl": .string(details.websiteURL),
      "globalPaymentProducts": .array(details.globalPaymentProducts.map { .string($0) }),
      "supportedAuthorizationMethods": .array(
        details.authorizationMethods.map { method in
          switch method {
          case .oauth2: ["name": "OAuth2", "uri": .string(origin + DiscoveryDocument.path)]
          // The platform's own sign for "nothing to open".
          case .decoupled: ["name": "Decoupled", "uri": ""]
          }
        }),
      "affiliatedAspsps": .array(
        details.affiliatedASPSPs.map { ["id": .string($0.id), "name": .string($0.name)] }),
    ]
  }
}
