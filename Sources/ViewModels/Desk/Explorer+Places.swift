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
      directory.loading.isEmpty
      || directory.loading.values.contains { $0.visibleWait(at: now) != nil }
    return isToBeTold ? destination : nil
  }

  /// Where the cursor is and where it is going, as far as that costs nothing to tell.
  var spot: Spot {
    Spot(destination: destination, column: column, country: shownCountry, city: shownCity, bank: aspsps.selectedIndex)
  }

  /// Has the place kept some time after somebody went there, so that a crash doesn't lose it.
  mutating func followPlace(from spot: Spot, by action: Action) -> [Effect] {
    if movedAt == nil, !action.isArrival, file == nil, spot != self.spot { movedAt = now }
    guard let movedAt, now >= movedAt.addingTimeInterval(Self.unkeptTime) else { return [] }
    self.movedAt = nil
    return place.map { [.keepPlace(profile: profile.name, $0)] } ?? []
  }

  private var cityWord: String? {
    cities.selected.map { CityWords(cities.rows).word(of: $0) }
  }

  /// Goes to a place, as soon as the lists are there that lead to it; where one was is kept for the way back.
  mutating func jump(to target: Address) -> [Effect] {
    if let address { trail.leave(address) }
    return travel(to: target)
  }

  mutating func goBack() -> [Effect] {
    guard let target = trail.back(from: address) else {
      notice = Notice("This is where it began.")
      return []
    }
    return travel(to: target)
  }

  mutating func goForward() -> [Effect] {
    guard let target = trail.forward(from: address) else {
      notice = Notice("There is nothing further on.")
      return []
    }
    return travel(to: target)
  }

  private mutating func travel(to target: Address) -> [Effect] {
    var effects: [Effect] = []
    if let name = target.profile, name != profile.name {
      guard let other = profiles.first(where: { $0.name == name }) else {
        notice = Notice("There is no profile \(name.prefix(40)); c lists them.")
        return []
      }
      effects = enter(other)
    }
    overlay = nil
    isHistoryOpen = false
    guide.isOpen = false
    isTypingFilter = false
    focus(on: .countries)
    destination = target
    isDestinationTold = true
    return effects
  }

  /// Goes as far towards the destination as is known by now.
  ///
  /// - Returns: whether that was any further.
  mutating func advance() -> Bool {
    guard let target = destination else { return false }
    guard directory.countries.latest != nil else { return false }
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
    guard directory.cities[code]?.latest != nil else { return false }
    guard let found = Self.city(city, in: cities.rows) else {
      return arrive(at: .cities, "There is no city “\(city.prefix(40))” in \(countries.selected?.name ?? "").")
    }
    let id = cities.rows[found].id
    guard cities.selected?.id == id, shownCity?.cityId == id else {
      select(found, in: .cities)
      return true
    }
    guard let bank = target.bicFi else { return arrive(at: .cities) }
    guard shownCity.flatMap({ directory.aspsps[$0]?.latest }) != nil else { return false }
    guard let row = Self.aspsp(bank, in: aspsps.rows) else {
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

  /// By its id, or else by its name.
  static func city(_ text: String, in cities: RowList) -> RowList.Index? {
    let word = Address.words(of: text)
    return cities.firstIndex { $0.id == text } ?? cities.firstIndex { Address.words(of: $0.name) == word }
  }

  /// By its BIC, or else by its name, which is all that some have.
  private static func aspsp(_ text: String, in rows: RowList) -> RowList.Index? {
    rows.firstIndex { !$0.code.isEmpty && $0.code.uppercased() == text.uppercased() }
      ?? rows.firstIndex { Address.words(of: $0.name) == Address.words(of: text) }
  }

  /// Puts the focus there, unless it is on something that was opened on the way.
  ///
  /// - Parameter column: nil to stay where one is.
  private mutating func arrive(at column: ColumnID?, _ problem: String? = nil) -> Bool {
    destination = nil
    if let column, isDestinationTold {
      if pinned == nil, comparison == nil, focus != .inspector {
        focus(on: column)
      } else if bodyInput == nil {
        self.column = column
      }
    }
    if let problem, isDestinationTold { notice = Notice(problem) }
    return true
  }

  // MARK: - Marks

  /// Gives the place a letter, or goes to the place of one.
  mutating func useMark(_ letter: String, isSetting: Bool) -> [Effect] {
    overlay = nil
    guard let character = letter.first, character.isLetter || character.isNumber else {
      notice = Notice("A mark is a letter or a digit.")
      return []
    }
    let name = String(character)
    guard isSetting else {
      guard let place = marks[name] else {
        notice = Notice("There is no mark \(name); m and a letter make one.")
        return []
      }
      return jump(to: place)
    }
    guard let address else {
      notice = Notice("There is no place to mark yet.")
      return []
    }
    marks[name] = address
    notice = Notice("Mark \(name) is \(address).")
    return [.keepMark(name, address)]
  }
}
