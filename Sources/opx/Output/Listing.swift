import JSONText
import OpenPayments

/// How the items of a list are shown.
struct Listing<Item> {
  let titles: [String]
  let cells: (Item) -> [String]
  let json: (Item) -> JSONOutput

  func table(_ items: [Item]) -> Table<LazyMapCollection<[Item], [String]>> {
    Table(titles: titles, rows: items.lazy.map(cells))
  }

  /// One array with an item on each line, made item by item so that a hundred thousand fit into memory.
  func document(_ items: [Item]) -> [UInt8] {
    var bytes = Array("[".utf8)
    for (position, item) in items.enumerated() {
      bytes += (position == 0 ? "\n" : ",\n").utf8
      bytes += json(item).utf8()
    }
    bytes += (items.isEmpty ? "]\n" : "\n]\n").utf8
    return bytes
  }
}

extension Listing<Country> {
  static var countries: Self {
    Listing(titles: ["CODE", "COUNTRY"], cells: { [$0.isoCountryCode, $0.name] }, json: { JSONOutput($0) })
  }
}

extension Listing<City> {
  static var cities: Self {
    Listing(
      titles: ["CITY ID", "CITY", "COUNTRY"], cells: { [$0.cityId, $0.name, $0.isoCountryCode ?? ""] },
      json: { JSONOutput($0) })
  }
}

extension Listing<ASPSP> {
  static var aspsps: Self {
    Listing(titles: ["BIC", "NAME"], cells: { [$0.bicFi, $0.name] }, json: { JSONOutput($0) })
  }
}
