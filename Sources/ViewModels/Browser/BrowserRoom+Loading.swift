import ExplorerStorage
import OpenPayments

/// Columns and loads follow the cursors.
extension BrowserRoom {
  /// Brings the columns to the right in line with the cursors, and asks for what is missing.
  ///
  /// - Parameter settled: false while the user is moving: then a load waits until the cursor rests.
  mutating func follow(settled: Bool, _ directory: inout Directory, in world: World) -> Turn {
    var turn = Turn.done
    followCountry(settled, &directory, &turn, world)
    followCity(settled, &directory, &turn, world)
    followASPSP(settled, &directory, &turn, world)
    return turn
  }

  private mutating func followCountry(
    _ settled: Bool, _ directory: inout Directory, _ turn: inout Turn, _ world: World
  ) {
    let code = countries.selected?.id
    guard code != shownCountry else { return }
    abandon(shownCountry.map { .cities(isoCountryCode: $0) }, &directory, &turn)
    shownCountry = code
    cities.clear()
    showCities(of: directory)
    guard let code else { return }
    memory.country = code
    want(.cities(isoCountryCode: code), settled, &directory, &turn, world)
  }

  private mutating func followCity(
    _ settled: Bool, _ directory: inout Directory, _ turn: inout Turn, _ world: World
  ) {
    let place = shownCountry.flatMap { code in
      cities.selected.map { CityPlace(isoCountryCode: code, cityId: $0.id) }
    }
    guard place != shownCity else { return }
    abandon(shownCity.map(LoadKey.aspsps), &directory, &turn)
    abandon(restingDetail.map { .detail(bicFi: $0) }, &directory, &turn)
    (shownCity, restingDetail) = (place, nil)
    aspsps.clear()
    showASPSPs(of: directory)
    guard let place else { return }
    memory.cities[place.isoCountryCode] = place.cityId
    want(.aspsps(place), settled, &directory, &turn, world)
  }

  private mutating func followASPSP(
    _ settled: Bool, _ directory: inout Directory, _ turn: inout Turn, _ world: World
  ) {
    guard let row = aspsps.selected, let place = shownCity else { return }
    memory.aspsps[place] = PlaceMemory.Bank(bicFi: row.code, name: row.name)
    guard world.profile.dialect == .psd2, column == .aspsps, !row.code.isEmpty, row.code != restingDetail else {
      return
    }
    abandon(restingDetail.map { .detail(bicFi: $0) }, &directory, &turn)
    restingDetail = row.code
    want(.detail(bicFi: row.code), settled, &directory, &turn, world)
  }

  /// Loads what nothing is known of yet: at once, or when the cursor rests.
  private func want(
    _ key: LoadKey, _ settled: Bool, _ directory: inout Directory, _ turn: inout Turn, _ world: World
  ) {
    guard key.isNamed, !directory.knows(key) else { return }
    if settled { turn = turn + load(key, &directory, in: world) } else { turn.work.append(.rest(key)) }
  }

  /// Ends a load that nobody waits for any more.
  private func abandon(_ key: LoadKey?, _ directory: inout Directory, _ turn: inout Turn) {
    guard let key, directory.forget(key) else { return }
    turn.work.append(.cancel(key.kind))
  }

  func load(_ key: LoadKey, _ directory: inout Directory, in world: World) -> Turn {
    guard key.isNamed, isWanted(key) else { return .done }
    directory.begin(key, at: world.now)
    return .call(.load(key), as: world.caller)
  }

  private func isWanted(_ key: LoadKey) -> Bool {
    switch key {
    case .countries: true
    case .cities(let code): code == shownCountry
    case .aspsps(let place): place == shownCity
    case .detail(let bicFi): bicFi == restingDetail
    }
  }

  // MARK: - Again

  /// Asks again for what is focused.
  ///
  /// - Parameter isFocused: whether a column has the keyboard, rather than the inspector.
  func refresh(isFocused: Bool, _ directory: inout Directory, in world: World) -> Turn {
    guard let key = focusedKey(isFocused, directory, world), key.isNamed else {
      return .say("Nothing to refresh here.")
    }
    return ([key] + failedDependents(directory)).reduce(.done) { $0 + load($1, &directory, in: world) }
  }

  /// What has failed in the columns to the right of the focused one: trying again there is meant as well.
  private func failedDependents(_ directory: Directory) -> [LoadKey] {
    var keys: [LoadKey] = []
    if column == .countries, let code = shownCountry, directory.cities[code]?.failure != nil {
      keys.append(.cities(isoCountryCode: code))
    }
    if column != .aspsps, let place = shownCity, directory.aspsps[place]?.failure != nil { keys.append(.aspsps(place)) }
    return keys
  }

  /// What the inspector shows if that has the focus or tells of a failed detail, else the column's list.
  private func focusedKey(_ isFocused: Bool, _ directory: Directory, _ world: World) -> LoadKey? {
    switch column {
    case .countries: .countries
    case .cities: shownCountry.map { .cities(isoCountryCode: $0) }
    case .aspsps:
      refreshableDetail(isFocused, directory, world).map { .detail(bicFi: $0) } ?? shownCity.map { .aspsps($0) }
    }
  }

  private func refreshableDetail(_ isFocused: Bool, _ directory: Directory, _ world: World) -> String? {
    guard world.profile.dialect == .psd2, !prefersListExchange, let bicFi = aspsps.selected?.code, !bicFi.isEmpty
    else { return nil }
    return !isFocused || directory.details[bicFi]?.failure != nil ? bicFi : nil
  }

  // MARK: - What came

  /// Shows what is known of a list by now.
  mutating func show(_ key: LoadKey, of directory: Directory) {
    switch key {
    case .countries: showCountries(of: directory)
    case .cities(let code) where code == shownCountry: showCities(of: directory)
    case .aspsps(let place) where place == shownCity: showASPSPs(of: directory)
    case .cities, .aspsps, .detail: break
    }
  }

  private mutating func showCountries(of directory: Directory) {
    countries.setRows(
      directory.countries.latest?.rows ?? RowList(), selecting: countries.selected?.id ?? memory.country)
  }

  private mutating func showCities(of directory: Directory) {
    let loaded = shownCountry.flatMap { directory.cities[$0]?.latest }
    cities.setRows(loaded?.rows ?? RowList(), selecting: shownCountry.flatMap { memory.cities[$0] })
  }

  private mutating func showASPSPs(of directory: Directory) {
    let loaded = shownCity.flatMap { directory.aspsps[$0]?.latest }
    let bank = shownCity.flatMap { memory.aspsps[$0] }
    aspsps.setRows(loaded?.rows ?? RowList(), selecting: bank?.bicFi, named: bank?.name)
  }

  /// Begins under another profile, or under the same one with other facts.
  ///
  /// - Parameter place: where to go; another platform may know it by other ids.
  mutating func beginAnew(_ directory: Directory, at place: Address?) {
    prefersListExchange = false
    (shownCountry, shownCity, restingDetail) = (nil, nil, nil)
    for column in ColumnID.allCases { self[column].clear() }
    showCountries(of: directory)
    destination = place.map { Address(country: $0.country, city: $0.city, bicFi: $0.bicFi) }
    isDestinationTold = false
  }

  // MARK: - Reading all of the directory

  /// Reads all that is not known yet.
  mutating func beginWalk(_ directory: Directory, in world: World) -> Turn {
    guard walk == nil else { return .done }
    let plan = WalkPlan(directory)
    guard !plan.waiting.isEmpty else { return .say("All of the directory is known.") }
    walk = DirectoryWalk(startedAt: world.now, progress: plan.progress)
    return .call(.walk(plan), as: world.caller)
  }

  /// - Returns: nil where nothing is being read.
  mutating func cancelWalk() -> Turn? {
    guard walk != nil else { return nil }
    walk = nil
    return .work(.cancelWalk).saying("Stopped reading the directory; what came is kept.")
  }

  mutating func take(_ news: News, _ directory: inout Directory, in world: World) -> Turn {
    switch news {
    case .rested(let key): return directory.knows(key) ? .done : load(key, &directory, in: world)
    case .walked(let tag, let progress):
      if tag == world.caller.tag { walk?.progress = progress }
      return .done
    case .walkEnded(let tag, let failure): return tag == world.caller.tag ? endWalk(failure) : .done
    }
  }

  private mutating func endWalk(_ failure: LoadFailure?) -> Turn {
    guard let ended = walk?.progress else { return .done }
    walk = nil
    guard let failure else { return .say("All of the directory is known: \(key: .find) finds anything in it.") }
    return .say("\(ended.failed) of \(ended.done + ended.failed) calls for the directory failed: \(failure.message)")
  }
}
