import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// Enough to tell whether one has moved.
struct Spot: Equatable {
  let destination: Address?
  let column: ColumnID
  let country: String?
  let city: CityPlace?
  let bank: RowList.Index?
}

extension Explorer {
  /// How long a place may go without being kept.
  static let unkeptTime: TimeInterval = 2

  /// Where one is, under the profile in use; nil until there is a country.
  public var address: Address? {
    guard let country = countries.selected?.id else { return nil }
    let isInCity = column != .countries && cities.selected != nil
    let bank = column == .aspsps ? aspsps.selected : nil
    return Address(
      country: country, city: isInCity ? cityWord : nil,
      bicFi: bank.map(Address.word), profile: profile.name)
  }

  /// Where the next run should begin; while one is on the way to somewhere, that.
  public var place: Address? { destination ?? address }

  /// Where one is on the way to, as long as lists that lead there are loading or have failed; nil if there is nothing to say.
  public var way: Address? {
    guard let destination, hasStarted else { return nil }
    let isToBeTold =
      session.directory.loading.isEmpty
      || session.directory.loading.values.contains { $0.visibleWait(at: now) != nil }
    return isToBeTold ? destination : nil
  }

  /// Where the cursor is and where it is going, as far as that costs nothing to tell.
  var spot: Spot {
    Spot(destination: destination, column: column, country: shownCountry, city: shownCity, bank: aspsps.selectedIndex)
  }

  /// Has the place kept some time after somebody went there, so that a crash doesn't lose it.
  mutating func followPlace(from spot: Spot, by action: Action) {
    if movedAt == nil, !action.isArrival, file == nil, spot != self.spot { movedAt = now }
    guard let movedAt, now >= movedAt.addingTimeInterval(Self.unkeptTime) else { return }
    self.movedAt = nil
    if let place { outbox.append(.keepPlace(profile: profile.name, place)) }
  }

  private var cityWord: String? {
    cities.selected.map { CityWords(cities.rows).word(of: $0) }
  }

  /// Goes to a place, as soon as the lists are there that lead to it; where one was is kept for the way back.
  mutating func jump(to target: Address) {
    if let address { places.leave(address) }
    travel(to: target)
  }

  mutating func goBack() {
    guard let target = places.back(from: address) else {
      notice = Notice("This is where it began.")
      return
    }
    travel(to: target)
  }

  mutating func goForward() {
    guard let target = places.forward(from: address) else {
      notice = Notice("There is nothing further on.")
      return
    }
    travel(to: target)
  }

  private mutating func travel(to target: Address) {
    if let name = target.profile, name != profile.name {
      guard let other = profiles.first(where: { $0.name == name }) else {
        notice = Notice("There is no profile \(name.prefix(40)); c lists them.")
        return
      }
      enter(other)
    }
    layers.closeAll()
    isTypingFilter = false
    focus(on: .countries)
    destination = target
    isDestinationTold = true
  }

  /// Goes as far towards the destination as is known by now.
  ///
  /// - Returns: whether that was any further.
  mutating func advance() -> Bool {
    guard let target = destination else { return false }
    guard session.directory.countries.latest != nil else { return false }
    guard let country = countries.rows.firstIndex(where: { $0.id.uppercased() == target.country }) else {
      return arrive(at: nil, "The platform lists no country \(target.country).")
    }
    let code = countries.rows[country].id
    guard countries.selected?.id == code, shownCountry == code else {
      select(country, in: .countries)
      return true
    }
    guard let city = target.city else { return arrive(at: .countries) }
    // What fails may be mended yet: r loads it, and leads on.
    guard session.directory.cities[code]?.latest != nil else { return false }
    guard let found = Address.city(city, in: cities.rows) else {
      return arrive(at: .cities, "There is no city “\(city.prefix(40))” in \(countries.selected?.name ?? "").")
    }
    let id = cities.rows[found].id
    guard cities.selected?.id == id, shownCity?.cityId == id else {
      select(found, in: .cities)
      return true
    }
    guard let bank = target.bicFi else { return arrive(at: .cities) }
    guard shownCity.flatMap({ session.directory.aspsps[$0]?.latest }) != nil else { return false }
    guard let row = Address.aspsp(bank, in: aspsps.rows) else {
      return arrive(at: .aspsps, "\(cities.selected?.name ?? "") has no ASPSP \(bank.prefix(20)).")
    }
    select(row, in: .aspsps)
    return arrive(at: .aspsps)
  }

  /// Puts a cursor on a row of the way; a filter that hides it goes, and that is said.
  private mutating func select(_ row: RowList.Index, in column: ColumnID) {
    guard let filter = self[column].select(row), let hidden = self[column].selected else { return }
    let name = column == .aspsps && !hidden.code.isEmpty ? hidden.code : hidden.name
    notice = Notice("The filter “\(filter.prefix(40))” was dropped: it hid \(name.prefix(40)).")
  }

  /// Puts the focus there, unless it is on something that was opened on the way.
  ///
  /// - Parameter column: nil to stay where one is.
  private mutating func arrive(at column: ColumnID?, _ problem: String? = nil) -> Bool {
    destination = nil
    if let column, isDestinationTold {
      if pinned == nil, comparison.shown == nil, focus != .inspector {
        focus(on: column)
      } else if bodyInput == nil {
        self.column = column
      }
    }
    if let problem, isDestinationTold { notice = Notice(problem) }
    return true
  }
}
