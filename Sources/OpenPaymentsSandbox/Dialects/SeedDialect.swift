import FoundationEssentials
import HTTPTypes
import JSONText

/// The platform's first dialect: countries, their cities, and the banks of one city. The envelope and its items hold the
/// documented members and no others, because the early client fails on more.
///
/// No document tells the seed dialect's errors. Here they are `{"error", "error_description"}`, as at the token endpoint:
/// 401 `invalid_token`, 403 `insufficient_scope`, 404 `not_found`, 405 `method_not_allowed`.
struct SeedDialect: Sendable {
  let catalogue: Catalogue
  let authorization: BearerAuthorization

  /// - Parameter path: the segments that follow `/aspspinformation`.
  func respond(to request: SandboxRequest, path: ArraySlice<String>, at now: Date) -> SandboxResponse {
    guard path.starts(with: ["v1", "aspsps"]), let operation = Operation(Array(path.dropFirst(2))) else {
      return Self.notFound("There is nothing at this path.")
    }
    guard request.method == .get else {
      return Self.error(.methodNotAllowed, "method_not_allowed", "Only GET is allowed.", [.allow: "GET"])
    }
    do throws(BearerAuthorization.Refusal) {
      let token = try authorization.token(in: request.fields, at: now)
      guard token.allows(.aspspInformation) else {
        throw BearerAuthorization.Refusal.insufficientScope(Scope.aspspInformation.rawValue)
      }
    } catch {
      return Self.refusal(error)
    }
    guard let items = items(of: operation) else { return Self.notFound("The country or city is unknown.") }
    return SandboxResponse(.ok, json: ["data": .array(items), "time": .string(now.ISO8601Format())])
  }

  private enum Operation {
    case countries
    case cities(isoCountryCode: String)
    case aspsps(isoCountryCode: String, cityID: String)

    init?(_ path: [String]) {
      switch path.count {
      case 1 where path[0] == "countries": self = .countries
      case 2 where path[1] == "cities": self = .cities(isoCountryCode: path[0])
      case 3 where path[1] == "cities": self = .aspsps(isoCountryCode: path[0], cityID: path[2])
      default: return nil
      }
    }
  }

  private func items(of operation: Operation) -> [JSONOutput]? {
    switch operation {
    case .countries: return catalogue.countries.map(Self.country)
    case .cities(let isoCountryCode):
      guard let country = catalogue.country(isoCountryCode) else { return nil }
      return catalogue.cities.filter { $0.isoCountryCode == country.isoCountryCode }.map(Self.city)
    case .aspsps(let isoCountryCode, let cityID):
      guard
        let country = catalogue.country(isoCountryCode), let city = catalogue.city(cityID),
        city.isoCountryCode == country.isoCountryCode
      else { return nil }
      return catalogue.banks.filter { $0.city?.id == city.id }.map(Self.aspsp)
    }
  }

  private static func country(_ country: Catalogue.Country) -> JSONOutput {
    ["isoCountryCode": .string(country.isoCountryCode), "country": .string(country.name)]
  }

  private static func city(_ city: Catalogue.City) -> JSONOutput {
    ["id": .string(city.id), "city": .string(city.name)]
  }

  private static func aspsp(_ bank: Catalogue.Bank) -> JSONOutput {
    let details = bank.details
    return [
      "id": .string(bank.id),
      "bicFi": .string(bank.bicFi),
      "companyId": .string(details.companyNumber),
      "name": .string(bank.name),
      "phone": .string(details.phone),
      "postalAddress": [
        [
          "streetAddress": .string(details.streetAddress),
          "postalCode": .string(details.postalCode),
          "city": .string(bank.city?.name ?? ""),
          "cityId": .string(bank.city?.id ?? ""),
          "isoCountryCode": .string(bank.country.isoCountryCode),
          "country": .string(bank.country.name),
        ]
      ],
      "websiteUrl": .string(details.websiteURL),
      "logoUrl": .string(bank.listLogoURL),
    ]
  }

  private static func refusal(_ refusal: BearerAuthorization.Refusal) -> SandboxResponse {
    let code = refusal.status == .forbidden ? "insufficient_scope" : "invalid_token"
    return error(refusal.status, code, refusal.text, [.wwwAuthenticate: refusal.challenge])
  }

  private static func notFound(_ text: String) -> SandboxResponse {
    error(.notFound, "not_found", text)
  }

  private static func error(
    _ status: HTTPResponse.Status, _ code: String, _ text: String, _ fields: HTTPFields = [:]
  ) -> SandboxResponse {
    SandboxResponse(status, fields, json: ["error": .string(code), "error_description": .string(text)])
  }
}
