import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// Where one is, and the way to where one wants to be.
extension BrowserRoom {
  /// Enough to tell whether one has moved.
  struct Spot: Equatable {
    let destination: Address?
    let column: ColumnID
    let country: String?
    let city: CityPlace?
    let bank: RowList.Index?
  }

  /// How long a place may go without being kept.
  static let unkeptTime: TimeInterval = 2

  /// Where one is, under a profile of this name; nil until there is a country.
  func address(as profile: String) -> Address? {
    guard let country = countries.selected?.id else { return nil }
    let isInCity = column != .countries && cities.selected != nil
    let bank = column == .aspsps ? aspsps.selected : nil
    return Address(
      country: country, city: isInCity ? cityWord : nil, bicFi: bank.map(Address.word), profile: profile)
  }

  private var cityWord: String? { cities.selected.map { CityWords(cities.rows).word(of: $0) } }

  /// Where the cursor is and where it is going, as far as that costs nothing to tell.
  var spot: Spot {
    Spot(destination: destination, column: column, country: shownCountry, city: shownCity, bank: aspsps.selectedIndex)
  }

  /// Has the place kept some time after somebody went there, so that a crash doesn't lose it.
  ///
  /// - Parameter hasMoved: whether somebody went elsewhere just now.
  mutating func keepPlace(hasMoved: Bool, in world: World) -> Turn {
    if movedAt == nil, hasMoved { movedAt = world.now }
    guard let movedAt, world.now >= movedAt.addingTimeInterval(Self.unkeptTime) else { return .done }
    self.movedAt = nil
    let name = world.profile.name
    return (destination ?? address(as: name)).map { .work(.keepPlace(profile: name, $0)) } ?? .done
  }

  /// Goes to a place, as soon as the lists are there that lead to it.
  mutating func travel(to target: Address) -> Turn {
    isTypingFilter = false
    destination = target
    isDestinationTold = true
    return .tell(.focus(.countries))
  }

  /// Goes as far towards the destination as is known by now.
  ///
  /// - Returns: nil if that was no further.
  mutating func advance(_ directory: Directory) -> Turn? {
    guard let target = destination, directory.countries.latest != nil else { return nil }
    guard let country = countries.rows.firstIndex(where: { $0.id.uppercased() == target.country }) else {
      return arrive(at: nil, "The platform lists no country \(target.country).")
    }
    let code = countries.rows[country].id
    guard countries.selected?.id == code, shownCountry == code else { return select(country, in: .countries) }
    guard let city = target.city else { return arrive(at: .countries) }
    // What fails may be mended yet: to refresh loads it, and leads on.
    guard directory.cities[code]?.latest != nil else { return nil }
    guard let found = Address.city(city, in: cities.rows) else {
      return arrive(at: .cities, "There is no city “\(city.prefix(40))” in \(countries.selected?.name ?? "").")
    }
    let id = cities.rows[found].id
    guard cities.selected?.id == id, shownCity?.cityId == id else { return select(found, in: .cities) }
    guard let bank = target.bicFi else { return arrive(at: .cities) }
    guard shownCity.flatMap({ directory.aspsps[$0]?.latest }) != nil else { return nil }
    guard let row = Address.aspsp(bank, in: aspsps.rows) else {
      return arrive(at: .aspsps, "\(cities.selected?.name ?? "") has no ASPSP \(bank.prefix(20)).")
    }
    return select(row, in: .aspsps) + arrive(at: .aspsps)
  }

  /// Puts a cursor on a row of the way; a filter that hides it goes, and that is said.
  private mutating func select(_ row: RowList.Index, in column: ColumnID) -> Turn {
    guard let filter = self[column].select(row), let hidden = self[column].selected else { return .done }
    let name = column == .aspsps && !hidden.code.isEmpty ? hidden.code : hidden.name
    return .say("The filter “\(filter.prefix(40))” was dropped: it hid \(name.prefix(40)).")
  }

  /// - Parameter column: nil to stay where one is.
  private mutating func arrive(at column: ColumnID?, _ problem: Sentence? = nil) -> Turn {
    destination = nil
    guard isDestinationTold else { return .done }
    return Turn(outcomes: column.map { [.arrived($0)] } ?? [], notice: problem.map { Notice($0) })
  }
}
