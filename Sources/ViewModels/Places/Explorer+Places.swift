import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Where one is, under the profile in use; nil until there is a country.
  public var address: Address? {
    guard let country = countries.selected?.id else { return nil }
    let isInCity = column != .countries && cities.selected != nil
    let isAtBank = column == .aspsps && aspsps.selected?.code.isEmpty == false
    return Address(
      country: country, city: isInCity ? cityWord : nil, bicFi: isAtBank ? aspsps.selected?.code : nil,
      profile: profile.name)
  }

  /// Where the next run should begin; while one is on the way to somewhere, that.
  public var place: Address? { destination ?? address }

  /// The city's name, or its id where another city of the country is written the same.
  private var cityWord: String? {
    guard let city = cities.selected else { return nil }
    let word = Address.words(of: city.name)
    let isPlain = !word.isEmpty && cities.rows.count { Address.words(of: $0.name) == word } == 1
    return isPlain ? word : city.id
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
    return effects
  }

  /// Goes as far towards the destination as is known by now.
  ///
  /// - Returns: whether that was any further.
  mutating func advance() -> Bool {
    guard let target = destination else { return false }
    guard directory.countries.latest != nil else {
      if directory.countries.failure != nil { destination = nil }
      return false
    }
    guard countries.rows.contains(where: { $0.id == target.country }) else {
      return arrive(at: nil, "The platform lists no country \(target.country).")
    }
    guard countries.selected?.id == target.country, shownCountry == target.country else {
      countries.select(target.country)
      return true
    }
    guard let city = target.city else { return arrive(at: .countries) }
    guard let known = directory.cities[target.country], let list = known.latest else {
      if directory.cities[target.country]?.failure != nil { return arrive(at: .countries) }
      return false
    }
    let word = Address.words(of: city)
    guard
      let id = (list.value.first { $0.cityId == city } ?? list.value.first { Address.words(of: $0.name) == word })?
        .cityId
    else { return arrive(at: .cities, "There is no city “\(city.prefix(40))” in \(countries.selected?.name ?? "").") }
    guard cities.selected?.id == id, shownCity?.cityId == id else {
      cities.select(id)
      return true
    }
    guard let bicFi = target.bicFi?.uppercased() else { return arrive(at: .cities) }
    guard let banks = shownCity.flatMap({ directory.aspsps[$0] }), banks.latest != nil else {
      if shownCity.flatMap({ directory.aspsps[$0]?.failure }) != nil { return arrive(at: .cities) }
      return false
    }
    guard let row = aspsps.rows.first(where: { $0.code.uppercased() == bicFi }) else {
      return arrive(at: .aspsps, "\(cities.selected?.name ?? "") has no ASPSP \(bicFi.prefix(20)).")
    }
    aspsps.select(row.id)
    return arrive(at: .aspsps)
  }

  /// - Parameter column: nil to stay where one is.
  private mutating func arrive(at column: ColumnID?, _ problem: String? = nil) -> Bool {
    destination = nil
    if let column { focus(on: column) }
    if let problem { notice = Notice(problem) }
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
