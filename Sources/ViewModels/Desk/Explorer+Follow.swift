import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Brings the columns to the right and the inspector in line with the cursors, and asks for what is missing.
  ///
  /// - Parameter settled: false while the user is moving: then a load waits until the cursor rests.
  mutating func follow(settled: Bool) -> [Effect] {
    var effects = hasStarted && directory.countries.isUntouched ? load(.countries) : []
    effects += followCountry(settled)
    effects += followCity(settled)
    effects += followASPSP(settled)
    var subject = subject
    if inspector.page == .code {
      (subject.owner, subject.profiles) = (subject.inspection.map { tokenOwner(of: $0.exchange) }, profiles)
    }
    inspector.show(subject)
    return effects
  }

  private mutating func followCountry(_ settled: Bool) -> [Effect] {
    let code = countries.selected?.id
    guard code != shownCountry else { return [] }
    let effects = abandon(shownCountry.map { .cities(isoCountryCode: $0) })
    shownCountry = code
    cities.clear()
    showCities()
    guard let code else { return effects }
    memory.country = code
    return effects + want(.cities(isoCountryCode: code), settled)
  }

  private mutating func followCity(_ settled: Bool) -> [Effect] {
    let place = shownCountry.flatMap { code in
      cities.selected.map { CityPlace(isoCountryCode: code, cityId: $0.id) }
    }
    guard place != shownCity else { return [] }
    let effects = abandon(shownCity.map(LoadKey.aspsps)) + abandon(restingDetail.map { .detail(bicFi: $0) })
    (shownCity, restingDetail) = (place, nil)
    aspsps.clear()
    showASPSPs()
    guard let place else { return effects }
    memory.cities[place.isoCountryCode] = place.cityId
    return effects + want(.aspsps(place), settled)
  }

  private mutating func followASPSP(_ settled: Bool) -> [Effect] {
    guard let row = aspsps.selected, let place = shownCity else { return [] }
    memory.aspsps[place] = PlaceMemory.Bank(bicFi: row.code, name: row.name)
    guard profile.dialect == .psd2, column == .aspsps, !row.code.isEmpty, row.code != restingDetail else { return [] }
    let effects = abandon(restingDetail.map { .detail(bicFi: $0) })
    restingDetail = row.code
    return effects + want(.detail(bicFi: row.code), settled)
  }

  /// Loads what nothing is known of yet: at once, or when the cursor rests.
  private mutating func want(_ key: LoadKey, _ settled: Bool) -> [Effect] {
    guard key.isNamed, !isKnown(key) else { return [] }
    return settled ? load(key) : [.rest(key)]
  }

  mutating func load(_ key: LoadKey, unless isKnown: Bool = false) -> [Effect] {
    guard !isKnown, key.isNamed, isWanted(key) else { return [] }
    directory.begin(key, at: now)
    return [.load(profile, key)]
  }

  func isKnown(_ key: LoadKey) -> Bool {
    switch key {
    case .countries: !directory.countries.isUntouched
    case .cities(let code): !(directory.cities[code]?.isUntouched ?? true)
    case .aspsps(let place): !(directory.aspsps[place]?.isUntouched ?? true)
    case .detail(let bicFi): !(directory.details[bicFi]?.isUntouched ?? true)
    }
  }

  private func isWanted(_ key: LoadKey) -> Bool {
    switch key {
    case .countries: true
    case .cities(let code): code == shownCountry
    case .aspsps(let place): place == shownCity
    case .detail(let bicFi): bicFi == restingDetail
    }
  }

  /// Ends a load that nobody waits for any more.
  private mutating func abandon(_ key: LoadKey?) -> [Effect] {
    guard let key, directory.forget(key) else { return [] }
    return [.cancel(key.kind)]
  }
}

extension Explorer {
  mutating func showCountries() {
    countries.setRows(
      directory.countries.latest?.rows ?? RowList(), selecting: countries.selected?.id ?? memory.country)
  }

  mutating func showCities() {
    let loaded = shownCountry.flatMap { directory.cities[$0]?.latest }
    cities.setRows(loaded?.rows ?? RowList(), selecting: shownCountry.flatMap { memory.cities[$0] })
  }

  mutating func showASPSPs() {
    let loaded = shownCity.flatMap { directory.aspsps[$0]?.latest }
    let bank = shownCity.flatMap { memory.aspsps[$0] }
    aspsps.setRows(loaded?.rows ?? RowList(), selecting: bank?.bicFi, named: bank?.name)
  }
}
