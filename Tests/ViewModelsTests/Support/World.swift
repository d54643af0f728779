import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import ViewModels

/// A small platform: three countries, a few cities, a bank or three in each.
enum World {
  static let start = Date(timeIntervalSinceReferenceDate: 800_000_000)
  static let psd2 = Profile(name: "sandbox", environment: .builtInSandbox, dialect: .psd2)
  static let seed = Profile(name: "sandbox-seed", environment: .builtInSandbox, dialect: .seed)

  static let countries = [
    Country(isoCountryCode: "DE", name: "Germany"), Country(isoCountryCode: "NO", name: "Norway"),
    Country(isoCountryCode: "SE", name: "Sweden"),
  ]
  static let cities = [
    "DE": ["Berlin"], "NO": ["Bergen", "Oslo"], "SE": ["Borås", "Göteborg", "Stockholm"],
  ]
  static let aspsps = [
    "Stockholm": [("ESSESESS", "SEB"), ("HANDSESS", "Handelsbanken"), ("SWEDSESS", "Swedbank")],
    "Göteborg": [("HANDSESS", "Handelsbanken"), ("NDEASESS", "Nordea")],
  ]

  static func place(_ isoCountryCode: String, _ city: String) -> CityPlace {
    CityPlace(isoCountryCode: isoCountryCode, cityId: "id-\(city)")
  }

  static func cities(in code: String) -> [City] {
    (cities[code] ?? []).map { City(cityId: "id-\($0)", name: $0, isoCountryCode: code) }
  }

  /// A city that isn't listed has one bank of its own name.
  static func aspsps(in place: CityPlace) -> [ASPSP] {
    let city = String(place.cityId.dropFirst(3))
    let banks = aspsps[city] ?? [("BANK\(place.isoCountryCode)22", "Bank of \(city)")]
    return banks.map { ASPSP(bicFi: $0.0, name: $0.1) }
  }

  static func outcome(of key: LoadKey, at now: Date = start) -> LoadOutcome {
    switch key {
    case .countries:
      .countries(loaded(countries, list("countries", countries.map(\.isoCountryCode)), at: now))
    case .cities(let code):
      .cities(loaded(cities(in: code), list("cities", cities(in: code).map(\.name)), at: now))
    case .aspsps(let place):
      .aspsps(loaded(aspsps(in: place), list("aspsps", aspsps(in: place).map(\.name)), at: now))
    case .detail(let bicFi):
      .detail(
        loaded(
          ASPSP(bicFi: bicFi, name: "Detail of \(bicFi)", phone: "+46 8 1"), #"{"bicFi":"\#(bicFi)"}"#, at: now))
    }
  }

  static func loaded<Item: Listed>(_ items: [Item], _ body: String, at now: Date = start) -> Loaded<[Item]> {
    Loaded(value: items, inspection: inspection(body), at: now)
  }

  static func loaded(_ aspsp: ASPSP, _ body: String, at now: Date = start) -> Loaded<ASPSP> {
    Loaded(value: aspsp, inspection: inspection(body), at: now)
  }

  static func inspection(
    _ body: String, status: Int = 200, operation: OpenPayments.Operation = .aspsps
  ) -> Inspection {
    Inspection(exchange(body: Array(body.utf8), status: status, operation: operation))
  }

  static func exchange(
    body: [UInt8], status: Int? = 200, failure: TransportFailure.Reason? = nil, requestBody: String = "",
    fields: HTTPFields = [:], token: Exchange? = nil, operation: OpenPayments.Operation = .aspsps
  ) -> Exchange {
    Exchange(
      id: UUID(), operation: operation, startedAt: start,
      request: HTTPRequest(
        method: .get, scheme: "https", authority: "api.example", path: "/psd2/x",
        headerFields: [.authorization: "Bearer \(Secret.mask)", .accept: "application/json"]),
      requestBody: Array(requestBody.utf8),
      response: status.map { HTTPResponse(status: $0 == 200 ? .ok : .init(code: $0), headerFields: fields) },
      body: body,
      failure: failure, timings: .init(head: .milliseconds(3), total: .milliseconds(5)), tokenExchange: token)
  }

  static func failure(_ message: String = "busy", body: String? = "{}", isCancelled: Bool = false) -> LoadFailure {
    LoadFailure(
      message: message, suggestion: "wait a little", inspection: body.map { inspection($0, status: 503) },
      isCancelled: isCancelled)
  }

  private static func list(_ name: String, _ items: [String]) -> String {
    let items = items.map { "{\"name\":\"\($0)\"}" }
    return #"{"\#(name)":[\#(items.joined(separator: ","))]}"#
  }
}
