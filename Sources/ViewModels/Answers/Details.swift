import FoundationEssentials
import HTTPTypes
import OpenPayments

/// Records in readable form: a label and a value a line.
enum Details {
  static func lines(_ country: Country, cities: Int?) -> [Line] {
    [Line(country.name, .heading)]
      + fields([("Country code", country.isoCountryCode), ("Id", country.id), ("Cities", cities.map(String.init))])
      + additional(country.additional)
  }

  static func lines(_ city: City, aspsps: Int?) -> [Line] {
    [Line(city.name, .heading)]
      + fields([
        ("City id", city.cityId), ("Country code", city.isoCountryCode), ("Country id", city.countryId),
        ("ASPSPs", aspsps.map(String.init)),
      ]) + additional(city.additional)
  }

  static func lines(_ aspsp: ASPSP) -> [Line] {
    var lines = [Line(aspsp.name, .heading)]
    lines += fields([
      ("BIC", aspsp.bicFi), ("Company number", aspsp.companyNumber), ("Phone", aspsp.phone),
      ("Website", aspsp.websiteUrl), ("Logo", aspsp.logoUrl), ("Id", aspsp.id),
    ])
    for address in aspsp.postalAddresses {
      let town = [address.postalCode, address.city].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      let country = address.country ?? address.isoCountryCode
      let parts = [address.streetAddress, town, country].compactMap { $0 }.filter { !$0.isEmpty }
      lines += fields([("Address", parts.joined(separator: ", "))])
    }
    lines += list("Authorisation methods", aspsp.supportedAuthorizationMethods) { ($0.name, $0.uri) }
    lines += list("Payment products", aspsp.globalPaymentProducts) { ($0, "") }
    lines += list("Own payment products", aspsp.paymentProducts) { ($0, "") }
    lines += list("Affiliated ASPSPs", aspsp.affiliatedAspsps) { ($0.id, $0.name) }
    return lines + additional(aspsp.additional)
  }

  /// What can be said of a call whose answer is not read any further.
  static func lines(_ exchange: Exchange, profile: String? = nil, width: Int) -> [Line] {
    let status = exchange.response?.status
    let query = RequestTarget(exchange.request.path ?? "").query.map(\.decoded)
    let items = fields(query.map { ($0.name, $0.value ?? "") })
    // What the client says of itself names no key.
    let failure =
      exchange.error.map { [Line()] + lines(LoadFailure($0, inspection: nil), width: width, CommandKeys()) } ?? []
    return [Line("\(exchange.request.method.rawValue) \(exchange.request.path ?? "")", .heading)]
      + fields([
        ("Status", status?.text), ("Failure", exchange.failure?.words),
        ("Profile", profile), ("Host", exchange.request.authority), ("Began", exchange.startedAt.formatted(.iso8601)),
        ("Took", exchange.timings.total.words), ("Body", "\(exchange.bodyLength) bytes"),
        ("X-Request-ID", exchange.requestID),
      ]) + (items.isEmpty ? [] : [Line(), Line("Query", .heading)] + items) + failure
  }

  static func lines(_ failure: LoadFailure, width: Int, _ keys: CommandKeys) -> [Line] {
    failure.message.broken(at: width).map { Line($0, .bad) } + [Line()]
      + failure.suggestion.text(keys).broken(at: width).map { Line($0) }
  }

  /// Labels in a column; a value that was not sent has no line, one sent empty has a dash.
  private static func fields(_ fields: [(label: String, value: String?)]) -> [Line] {
    fields.compactMap { label, value in
      value.map { value in
        let padding = String(repeating: " ", count: max(16 - label.count, 1))
        return Line([.init(label + padding, .label), value.isEmpty ? .init("–", .muted) : .init(value)])
      }
    }
  }

  private static func list<Item>(_ title: String, _ items: [Item]?, _ parts: (Item) -> (String, String)) -> [Line] {
    guard let items else { return [] }
    guard !items.isEmpty else { return [Line(), Line([.init("\(title)  ", .label), .init("none", .muted)])] }
    let lines = items.map { item in
      let (first, second) = parts(item)
      return Line([.init(first)] + (second.isEmpty ? [] : [.init("  "), .init(second, .muted)]), indent: 2)
    }
    return [Line(), Line(title, .label)] + lines
  }

  private static func additional(_ members: [AdditionalMember]) -> [Line] {
    guard !members.isEmpty else { return [] }
    let lines = members.map { member in
      Line(
        [.init(member.name, .key), .init(": ", .punctuation), .init(String(member.value.description.prefix(2000)))],
        indent: 2)
    }
    return [Line(), Line("Further members", .label)] + lines
  }
}
