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
  /// - Parameter quietly: for the same profile with other facts; one that makes the same calls keeps what is under way.
  mutating func enter(_ chosen: Profile, quietly: Bool = false) -> [Effect] {
    if quietly, chosen.calls(as: profile) {
      let effects = rename(profile, to: chosen)
      profile = chosen
      return effects + [.noteUse(chosen.name)]
    }
    let ended = endWork() + (quietly ? endTokenWork(of: profile.id) : [])
    // What waits for a yes was to be called as it was.
    if quietly { held.removeAll { $0.caller == profile } }
    others[profile.id] = directory
    cameFrom = quietly ? cameFrom : profile
    let left: [Effect] = quietly ? [] : address.map { [.keepPlace(profile: profile.name, $0)] } ?? []
    shelf.uses[profile.name] = now
    // Another platform may know the same place by other ids.
    let place = quietly ? nil : address
    profile = chosen
    directory = others.removeValue(forKey: chosen.id) ?? Directory()
    calls = Calls()
    if !quietly { (pinned, comparison) = (nil, nil) }
    prefersListExchange = false
    (shownCountry, shownCity, restingDetail) = (nil, nil, nil)
    for column in ColumnID.allCases { self[column].clear() }
    showCountries()
    destination = place.map { Address(country: $0.country, city: $0.city, bicFi: $0.bicFi) }
    isDestinationTold = false
    shelf.uses[chosen.name] = now
    shelf.choice = "was chosen here"
    if !quietly { notice = Notice("Now as \(chosen.name).") }
    return ended + left + [.noteUse(chosen.name)]
  }
}
