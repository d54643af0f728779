import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// Everything that is known of the directory in one list, narrowed as somebody types.
public struct Finder: Sendable, Equatable {
  public internal(set) var typed: TypedList
  private var places: [FoundPlace] = []
  /// When it last took in what is known.
  private(set) var takenAt: Date

  init(_ directory: Directory, near city: CityPlace?, height: Int, at now: Date) {
    takenAt = now
    typed = TypedList(height: height)
    take(directory, near: city, at: now)
  }

  public var list: Column { typed.list }
  public func place(at position: Int) -> FoundPlace? { list.rowIndex(at: position).map { places[$0] } }
  public var selected: FoundPlace? { place(at: list.cursor) }
  /// How many there are to choose from.
  public var count: Int { places.count }

  /// Takes in what is known by now; what is under the cursor stays there.
  ///
  /// - Parameter city: the one whose list an ASPSP of several cities is shown in.
  mutating func take(_ directory: Directory, near city: CityPlace?, at now: Date) {
    takenAt = now
    var gathering = Gathering(near: city)
    for country in directory.countries.latest?.value ?? [] {
      gathering.add(country)
      for found in directory.cities[country.isoCountryCode]?.latest?.value ?? [] {
        gathering.add(found, of: country)
        let place = CityPlace(isoCountryCode: country.isoCountryCode, cityId: found.cityId)
        for aspsp in directory.aspsps[place]?.latest?.value ?? [] { gathering.add(aspsp, in: found, of: country) }
      }
    }
    places = gathering.places
    typed.take(gathering.rows)
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

  /// Words that nothing known has; if there are none, no entry has all words together.
  var wordsWithoutHit: [String] {
    let text = typed.field.text
    let terms = (try? QueryTerm.terms(of: text)) ?? (try? QueryTerm.terms(of: "\(text)\"")) ?? []
    return terms.filter { !$0.isNegated && list.hits(of: $0.text) == 0 }.map {
      $0.text.filter { $0 != "\"" }
    }
  }
}
