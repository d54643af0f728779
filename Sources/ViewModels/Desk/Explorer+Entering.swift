import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Goes over to another profile: the place stays, what was known under the old one goes out of sight.
  mutating func enter(_ chosen: Profile) {
    let left = address
    pinned = nil
    endWork()
    take(comparison.close())
    cameFrom = sessions.tag
    profileRoom.shelf.uses[profile.name] = now
    if let left { outbox.append(.keepPlace(profile: profile.name, left)) }
    sessions.enter(caller(of: chosen).tag)
    profile = chosen
    beginAnew(at: left)
    notice = Notice("Now as \(chosen.name).")
  }

  /// Goes on as the same profile with other facts. One that makes the same calls keeps what is known and under way.
  mutating func become(_ changed: Profile, _ tag: ProfileTag) {
    guard tag != sessions.tag else {
      let isRenamed = changed.name != profile.name
      profile = changed
      if isRenamed { outbox.append(.profiles(.rename(caller))) }
      return outbox.append(.profiles(.noteUse(changed.name)))
    }
    endWork()
    endTokenWork(of: session.tokenRecord, as: caller)
    // What waits for a yes was to be called as it was.
    let former = caller
    held.removeAll { $0.caller == former }
    sessions.enter(tag)
    profile = changed
    beginAnew(at: nil)
  }

  /// - Parameter place: where to go; another platform may know it by other ids.
  private mutating func beginAnew(at place: Address?) {
    session.calls = Session.Calls()
    prefersListExchange = false
    (shownCountry, shownCity, restingDetail) = (nil, nil, nil)
    for column in ColumnID.allCases { self[column].clear() }
    showCountries()
    destination = place.map { Address(country: $0.country, city: $0.city, bicFi: $0.bicFi) }
    isDestinationTold = false
    profileRoom.shelf.uses[profile.name] = now
    profileRoom.shelf.choice = "was chosen here"
    outbox.append(.profiles(.noteUse(profile.name)))
  }
}
