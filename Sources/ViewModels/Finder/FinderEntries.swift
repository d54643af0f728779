import OpenPayments

/// Everything that is known of a directory in one list: countries, the cities of each, and their ASPSPs.
public struct FinderEntries: Sendable, Hashable {
  let rows: RowList
  let places: [FoundPlace]

  init() { (rows, places) = (RowList(), []) }

  private init(_ gathering: Gathering) { (rows, places) = (RowList(gathering.rows), gathering.places) }

  public func hash(into hasher: inout Hasher) { hasher.combine(places.count) }

  /// Gathering what is known, to be done away from the screen's thread.
  public struct Job: Sendable, Hashable {
    let id: Int
    private let directory: Directory
    private let city: CityPlace?

    /// - Parameter city: the one whose list an ASPSP of several cities is shown in.
    init(_ directory: Directory, near city: CityPlace?, id: Int) {
      (self.directory, self.city, self.id) = (directory, city, id)
    }

    /// Whether it takes no longer than a frame, so that it can be done at once.
    var isQuick: Bool {
      let cities = directory.cities.values.reduce(0) { $0 + ($1.latest?.value.count ?? 0) }
      return directory.aspsps.values.reduce(cities) { $0 + ($1.latest?.value.count ?? 0) } <= 2000
    }

    /// - Returns: nil if it was cancelled.
    func run(isCancelled: () -> Bool = { false }) -> FinderEntries? {
      var gathering = Gathering(near: city)
      for country in directory.countries.latest?.value ?? [] {
        gathering.add(country)
        for found in directory.cities[country.isoCountryCode]?.latest?.value ?? [] {
          if isCancelled() { return nil }
          gathering.add(found, of: country)
          let place = CityPlace(isoCountryCode: country.isoCountryCode, cityId: found.cityId)
          for aspsp in directory.aspsps[place]?.latest?.value ?? [] { gathering.add(aspsp, in: found, of: country) }
        }
      }
      return FinderEntries(gathering)
    }

    public static func == (left: Job, right: Job) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }
}

/// Everything once: an ASPSP of several cities in the first of them, or where one is.
private struct Gathering {
  let near: CityPlace?
  private(set) var rows: [Row] = []
  private(set) var places: [FoundPlace] = []
  private var banks: [String: Int] = [:]

  init(near: CityPlace?) { self.near = near }

  mutating func add(_ country: Country) {
    add(.country, country.row, Address(country: country.isoCountryCode))
  }

  mutating func add(_ city: City, of country: Country) {
    let code = country.isoCountryCode
    add(
      .city,
      Row(
        id: "\(code)/\(city.cityId)", code: "", name: city.name, alias: city.cityId, context: country.name,
        moreContext: code), Address(country: code, city: city.cityId))
  }

  mutating func add(_ aspsp: ASPSP, in city: City, of country: Country) {
    let code = country.isoCountryCode
    let bank = "\(code)/\(aspsp.bicFi)/\(aspsp.name)"
    let address = Address(
      country: code, city: city.cityId, bicFi: Address.word(of: aspsp.row))
    guard let known = banks[bank] else {
      banks[bank] = rows.count
      return add(.aspsp, row(bank, aspsp, city, country, among: code), address)
    }
    // It can be found by each of its cities.
    let isNearer = near == CityPlace(isoCountryCode: code, cityId: city.cityId)
    let before = rows[known]
    let row = row(
      bank, aspsp, isNearer ? city : nil, country,
      among: "\(before.moreContext) \(isNearer ? before.context : city.name)",
      otherwise: before.context)
    rows[known] = row
    if isNearer { places[known] = FoundPlace(kind: .aspsp, address: address) }
  }

  private func row(
    _ id: String, _ aspsp: ASPSP, _ city: City?, _ country: Country, among more: String,
    otherwise context: String = ""
  ) -> Row {
    Row(
      id: id, code: aspsp.bicFi, name: aspsp.name, alias: aspsp.id ?? "",
      context: city.map { "\($0.name), \(country.name)" } ?? context, moreContext: more)
  }

  private mutating func add(_ kind: FoundPlace.Kind, _ row: Row, _ address: Address) {
    rows.append(row)
    places.append(FoundPlace(kind: kind, address: address))
  }
}
