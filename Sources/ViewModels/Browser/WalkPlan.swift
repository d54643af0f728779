import OpenPayments

/// Which lists are still to be asked for until all of the directory is known.
public struct WalkPlan: Sendable, Hashable {
  /// Lists whose answers bring further calls; they come first, so that the whole is known early.
  private var lists: ArraySlice<LoadKey> = []
  private var leaves: ArraySlice<LoadKey> = []
  private var listsUnderWay = 0
  private var leavesUnderWay = 0
  private var done = 0
  private var failed = 0
  private(set) var failuresInARow = 0
  /// What is known already or was to be asked for once: no list is asked for twice, however often another has it.
  private var known: Set<LoadKey>

  init(_ directory: Directory) {
    known = Set(directory.aspsps.filter { $0.value.latest != nil }.keys.map(LoadKey.aspsps))
    guard let countries = directory.countries.latest?.value else {
      lists = [.countries]
      return
    }
    for country in countries {
      let code = country.isoCountryCode
      if let cities = directory.cities[code]?.latest?.value {
        add(cities, of: code)
      } else {
        lists += unknown([.cities(isoCountryCode: code)])
      }
    }
  }

  var waiting: [LoadKey] { Array(lists + leaves) }

  var progress: DirectoryProgress {
    DirectoryProgress(
      done: done, failed: failed, left: lists.count + leaves.count + listsUnderWay + leavesUnderWay,
      isTotalKnown: lists.isEmpty && listsUnderWay == 0)
  }

  mutating func next() -> LoadKey? {
    if let list = lists.popFirst() {
      listsUnderWay += 1
      return list
    }
    guard let leaf = leaves.popFirst() else { return nil }
    leavesUnderWay += 1
    return leaf
  }

  mutating func take(_ outcome: LoadOutcome, of key: LoadKey) {
    if case .aspsps = key { leavesUnderWay -= 1 } else { listsUnderWay -= 1 }
    if case .failed = outcome {
      failed += 1
      failuresInARow += 1
    } else {
      done += 1
      failuresInARow = 0
    }
    switch (key, outcome) {
    case (.countries, .countries(let loaded)):
      lists += unknown(loaded.value.map { .cities(isoCountryCode: $0.isoCountryCode) })
    case (.cities(let code), .cities(let loaded)): add(loaded.value, of: code)
    default: break
    }
  }

  private mutating func add(_ cities: [City], of code: String) {
    leaves += unknown(cities.map { .aspsps(CityPlace(isoCountryCode: code, cityId: $0.cityId)) })
  }

  private mutating func unknown(_ keys: [LoadKey]) -> [LoadKey] {
    keys.filter { $0.isNamed && known.insert($0).inserted }
  }
}
