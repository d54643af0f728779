import ExplorerStorage
import OpenPayments

/// What is known of the directory and of the profiles, to complete what somebody types.
struct KnownPlaces {
  let directory: Directory
  let profiles: [Profile]

  /// Addresses that begin with what was typed or, in their last part, with a name.
  func addresses(from typed: String) -> [String] {
    if let at = typed.firstIndex(of: "@") {
      let place = typed[...at]
      return profiles.map { place + $0.name }.filter { $0.hasPrefix(typed) && $0 != typed }
    }
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return countries(from: parts[0]).map { "\($0.description)/" }
    case 2: return cities(of: parts[0], from: parts[1]).map { "\($0.description)/" }
    case 3: return aspsps(of: parts[0], parts[1], from: parts[2]).map(\.description)
    default: return []
    }
  }

  private func countries(from typed: String) -> [Address] {
    let known = directory.countries.latest?.value ?? []
    return known.filter { Self.begins([$0.isoCountryCode, $0.name], with: typed) }
      .map { Address(country: $0.isoCountryCode) }
  }

  private func cities(of code: String, from typed: String) -> [Address] {
    let known = directory.cities[code.uppercased()]?.latest?.value ?? []
    let words = CityWords(known.map(\.row))
    return known.filter { Self.begins([$0.name, $0.cityId], with: typed) }.map {
      Address(country: code, city: words.word(of: $0.row))
    }
  }

  private func aspsps(of code: String, _ city: String, from typed: String) -> [Address] {
    guard let address = Address("\(code)/\(city)"), let name = address.city,
      let cities = directory.cities[address.country]?.latest?.rows, let found = Address.city(name, in: cities),
      let known = directory.aspsps[CityPlace(isoCountryCode: address.country, cityId: cities[found].id)]?.latest?.value
    else { return [] }
    return known.filter { Self.begins([$0.bicFi, $0.name], with: typed) }.map {
      Address(country: code, city: name, bicFi: Address.word(of: $0.row))
    }
  }

  private static func begins(_ texts: [String], with typed: String) -> Bool {
    let start = Address.words(of: typed)
    return texts.contains { Address.words(of: $0).hasPrefix(start) }
  }
}
