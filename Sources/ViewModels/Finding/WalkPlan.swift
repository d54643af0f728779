import OpenPayments

/// Which lists are still to be asked for until all of the directory is known.
public struct WalkPlan: Sendable, Hashable {
  private(set) var waiting: [LoadKey]
  private var underWay = 0
  private var listsUnderWay = 0
  private var made = 0
  private var failed = 0
  private(set) var failuresInARow = 0
  /// Lists of ASPSPs that are known already.
  private let known: Set<CityPlace>

  init(_ directory: Directory) {
    var known: Set<CityPlace> = []
    for (place, load) in directory.aspsps where load.latest != nil { known.insert(place) }
    self.known = known
    waiting = [.countries]
    guard let countries = directory.countries.latest?.value else { return }
    waiting = countries.flatMap { country -> [LoadKey] in
      guard let cities = directory.cities[country.isoCountryCode]?.latest?.value else {
        return [.cities(isoCountryCode: country.isoCountryCode)]
      }
      return cities.map { CityPlace(isoCountryCode: country.isoCountryCode, cityId: $0.cityId) }
        .filter { !known.contains($0) }.map(LoadKey.aspsps)
    }
  }

  var progress: WalkProgress {
    WalkProgress(
      made: made, failed: failed, left: waiting.count + underWay,
      listsLeft: waiting.count { $0.leadsOn } + listsUnderWay)
  }

  mutating func next() -> LoadKey? {
    // Lists that lead to others come first, so that the whole is known early.
    guard let index = waiting.firstIndex(where: \.leadsOn) ?? waiting.indices.first else { return nil }
    let key = waiting.remove(at: index)
    underWay += 1
    if key.leadsOn { listsUnderWay += 1 }
    return key
  }

  mutating func take(_ outcome: LoadOutcome, of key: LoadKey) {
    underWay -= 1
    made += 1
    if key.leadsOn { listsUnderWay -= 1 }
    if case .failed = outcome { failuresInARow += 1 } else { failuresInARow = 0 }
    switch (key, outcome) {
    case (.countries, .countries(let loaded)):
      waiting += loaded.value.map { .cities(isoCountryCode: $0.isoCountryCode) }
    case (.cities(let code), .cities(let loaded)):
      waiting += loaded.value.map { CityPlace(isoCountryCode: code, cityId: $0.cityId) }
        .filter { !known.contains($0) }.map(LoadKey.aspsps)
    case (_, .failed): failed += 1
    default: break
    }
  }
}

extension LoadKey {
  /// Whether its answer can bring further calls.
  fileprivate var leadsOn: Bool {
    switch self {
    case .countries, .cities: true
    case .aspsps, .detail: false
    }
  }
}
