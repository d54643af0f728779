import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// Everything that is known of the directory in one list, narrowed as somebody types.
public struct Finder: Sendable, Equatable {
  public private(set) var field = TextField()
  public private(set) var list = Column()
  private var places: [FoundPlace] = []
  /// When it last took in what is known.
  private(set) var takenAt: Date

  init(_ directory: Directory, near city: CityPlace?, height: Int, at now: Date) {
    takenAt = now
    list.setHeight(height)
    take(directory, near: city, at: now)
  }

  public func place(at position: Int) -> FoundPlace? { list.rowIndex(at: position).map { places[$0] } }
  public var selected: FoundPlace? { place(at: list.cursor) }
  /// How many there are to choose from.
  public var count: Int { places.count }

  mutating func edit(_ change: (inout TextField) -> Void) {
    change(&field)
    list.setFilter(field.text)
  }

  mutating func move(to position: Int) { list.move(to: position) }
  mutating func setHeight(_ height: Int) { list.setHeight(height) }

  /// Takes in what is known by now; what is under the cursor stays there.
  ///
  /// - Parameter city: the one whose list an ASPSP of several cities is shown in.
  mutating func take(_ directory: Directory, near city: CityPlace?, at now: Date) {
    takenAt = now
    var rows: [Row] = []
    places = []
    var banks: [String: Int] = [:]
    func add(_ kind: FoundPlace.Kind, _ row: Row, _ address: Address) {
      rows.append(row)
      places.append(FoundPlace(kind: kind, address: address))
    }
    for country in directory.countries.latest?.value ?? [] {
      let code = country.isoCountryCode
      add(.country, country.row, Address(country: code))
      for found in directory.cities[code]?.latest?.value ?? [] {
        let place = CityPlace(isoCountryCode: code, cityId: found.cityId)
        let address = Address(country: code, city: found.cityId)
        add(
          .city,
          Row(
            id: "\(code)/\(found.cityId)", code: "", name: found.name, alias: found.cityId, context: country.name),
          address)
        for aspsp in directory.aspsps[place]?.latest?.value ?? [] {
          let isNearer = place == city
          if let known = banks[aspsp.bicFi], !aspsp.bicFi.isEmpty, !isNearer || rows[known].name != aspsp.name {
            continue
          }
          let row = Row(
            id: "\(code)/\(found.cityId)/\(aspsp.bicFi)", code: aspsp.bicFi, name: aspsp.name, alias: aspsp.id ?? "",
            context: "\(found.name), \(country.name)")
          let whole = Address(country: code, city: found.cityId, bicFi: aspsp.bicFi)
          if let known = banks[aspsp.bicFi], !aspsp.bicFi.isEmpty {
            rows[known] = row
            places[known] = FoundPlace(kind: .aspsp, address: whole)
          } else {
            banks[aspsp.bicFi] = rows.count
            add(.aspsp, row, whole)
          }
        }
      }
    }
    list.setRows(RowList(rows), selecting: list.selected?.id)
  }

  /// Words that nothing known has; if there are none, no entry has all words together.
  var wordsWithoutHit: [String] {
    let terms = (try? QueryTerm.terms(of: field.text)) ?? []
    return terms.filter { !$0.isNegated && list.hits(of: $0.text) == 0 }.map(\.text)
  }
}
