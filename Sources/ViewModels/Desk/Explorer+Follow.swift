import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Brings the columns to the right and the inspector in line with the cursors, and asks for what is missing.
  ///
  /// - Parameter settled: false while the user is moving: then a load waits until the cursor rests.
  mutating func follow(settled: Bool) {
    if hasStarted, session.directory.countries.isUntouched { load(.countries) }
    followCountry(settled)
    followCity(settled)
    followASPSP(settled)
    var subject = subject
    if inspector.page == .code {
      (subject.owner, subject.profiles) = (subject.inspection.map { tokenOwner(of: $0.exchange) }, profiles)
    }
    inspector.show(subject)
  }

  private mutating func followCountry(_ settled: Bool) {
    let code = countries.selected?.id
    guard code != shownCountry else { return }
    abandon(shownCountry.map { .cities(isoCountryCode: $0) })
    shownCountry = code
    cities.clear()
    showCities()
    guard let code else { return }
    memory.country = code
    want(.cities(isoCountryCode: code), settled)
  }

  private mutating func followCity(_ settled: Bool) {
    let place = shownCountry.flatMap { code in
      cities.selected.map { CityPlace(isoCountryCode: code, cityId: $0.id) }
    }
    guard place != shownCity else { return }
    abandon(shownCity.map(LoadKey.aspsps))
    abandon(restingDetail.map { .detail(bicFi: $0) })
    (shownCity, restingDetail) = (place, nil)
    aspsps.clear()
    showASPSPs()
    guard let place else { return }
    memory.cities[place.isoCountryCode] = place.cityId
    want(.aspsps(place), settled)
  }

  private mutating func followASPSP(_ settled: Bool) {
    guard let row = aspsps.selected, let place = shownCity else { return }
    memory.aspsps[place] = PlaceMemory.Bank(bicFi: row.code, name: row.name)
    guard profile.dialect == .psd2, column == .aspsps, !row.code.isEmpty, row.code != restingDetail else { return }
    abandon(restingDetail.map { .detail(bicFi: $0) })
    restingDetail = row.code
    want(.detail(bicFi: row.code), settled)
  }

  /// Loads what nothing is known of yet: at once, or when the cursor rests.
  private mutating func want(_ key: LoadKey, _ settled: Bool) {
    guard key.isNamed, !isKnown(key) else { return }
    if settled { load(key) } else { outbox.append(.rest(key)) }
  }

  mutating func load(_ key: LoadKey, unless isKnown: Bool = false) {
    guard !isKnown, key.isNamed, isWanted(key) else { return }
    session.directory.begin(key, at: now)
    outbox.append(.platform(.load(key), as: caller))
  }

  func isKnown(_ key: LoadKey) -> Bool {
    switch key {
    case .countries: !session.directory.countries.isUntouched
    case .cities(let code): !(session.directory.cities[code]?.isUntouched ?? true)
    case .aspsps(let place): !(session.directory.aspsps[place]?.isUntouched ?? true)
    case .detail(let bicFi): !(session.directory.details[bicFi]?.isUntouched ?? true)
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
  private mutating func abandon(_ key: LoadKey?) {
    guard let key, session.directory.forget(key) else { return }
    outbox.append(.cancel(key.kind))
  }
}

extension Explorer {
  mutating func showCountries() {
    countries.setRows(
      session.directory.countries.latest?.rows ?? RowList(), selecting: countries.selected?.id ?? memory.country)
  }

  mutating func showCities() {
    let loaded = shownCountry.flatMap { session.directory.cities[$0]?.latest }
    cities.setRows(loaded?.rows ?? RowList(), selecting: shownCountry.flatMap { memory.cities[$0] })
  }

  mutating func showASPSPs() {
    let loaded = shownCity.flatMap { session.directory.aspsps[$0]?.latest }
    let bank = shownCity.flatMap { memory.aspsps[$0] }
    aspsps.setRows(loaded?.rows ?? RowList(), selecting: bank?.bicFi, named: bank?.name)
  }
}
