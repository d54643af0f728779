import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Goes back to the profile used before.
  mutating func switchBack() -> [Effect] {
    guard let previous = shelf.previous(to: profile) else {
      notice = Notice("No other profile has been used yet; c lists them.")
      return []
    }
    return enter(previous)
  }

  /// Goes over to another profile: the place stays, what was known under the old one goes out of sight.
  ///
  /// - Parameter quietly: for the same profile with other facts.
  mutating func enter(_ chosen: Profile, quietly: Bool = false) -> [Effect] {
    if quietly, directory.loading.isEmpty, call == nil, chosen.calls(as: profile) {
      tokens[chosen.id] = tokens.removeValue(forKey: profile.id)
      tokenRecords[chosen.id] = tokenRecords.removeValue(forKey: profile.id)
      agreed.formUnion(agreed.contains(profile.id) ? [chosen.id] : [])
      profile = chosen
      return [.noteUse(chosen.name)]
    }
    let callEffects = cancelCall()
    let ended: [Effect] =
      (comparison?.isRunning == true ? [.cancelComparison] : []) + leaveGuideWork() + (walk == nil ? [] : [.cancelWalk])
    walk = nil
    let keys = directory.loading.keys
    for key in keys { directory.forget(key) }
    others[profile.id] = directory
    cameFrom = quietly ? cameFrom : profile
    let left: [Effect] = quietly ? [] : address.map { [.keepPlace(profile: profile.name, $0)] } ?? []
    shelf.uses[profile.name] = now
    // Another platform may know the same place by other ids.
    let place = quietly ? nil : address
    profile = chosen
    directory = others.removeValue(forKey: chosen.id) ?? Directory()
    calls = Calls()
    pinned = nil
    comparison = nil
    prefersListExchange = false
    (shownCountry, shownCity, restingDetail) = (nil, nil, nil)
    for column in ColumnID.allCases { self[column].clear() }
    showCountries()
    destination = place.map { Address(country: $0.country, city: $0.city, bicFi: $0.bicFi) }
    isDestinationTold = false
    shelf.uses[chosen.name] = now
    shelf.choice = "\(chosen.name) was chosen here"
    if !quietly { notice = Notice("Now as \(chosen.name).") }
    return callEffects + ended + left + Set(keys.map(\.kind)).map(Effect.cancel) + [.noteUse(chosen.name)]
  }
}

extension Profile {
  /// Whether the other profile makes the same calls with the same credentials.
  fileprivate func calls(as other: Profile) -> Bool {
    var same = other
    (same.name, same.accent, same.notes) = (name, accent, notes)
    return same == self
  }
}
