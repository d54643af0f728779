import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Takes the stored profiles as they are by now.
  ///
  /// - Parameter change: what was asked for; nil where they were only read.
  mutating func take(_ list: ProfileList, after change: ProfileChange?) {
    let before = profile
    var name = before.name
    if case .replace(before.name, let new, _)? = change { name = new.name }
    profileRoom.shelf.take(list, after: change)
    if name != before.name { places.rename(before.name, to: name) }
    if let known = profiles.first(where: { $0.name == name }), shelf.isStored(known), let tag = shelf.tag(of: known),
      known != before || tag != sessions.tag
    {
      become(known, tag)
    }
    profileRoom.refresh(selecting: change?.name, in: world)
    forgetFormerProfiles()
  }

  /// One that was deleted or changed is none any more: nothing can be asked for under it again.
  private mutating func forgetFormerProfiles() {
    for gone in sessions.keep(Set(profiles.compactMap(shelf.tag))) {
      endTokenWork(of: gone.session.tokenRecord, as: Caller(profile, gone.tag))
    }
  }

  mutating func finish(_ change: ProfileChange, _ result: Result<ProfileList, ConfigurationError>) {
    let isAwaited = form?.awaits(.profile(change)) == true
    switch result {
    case .failure(let error):
      if isAwaited { form?.refuse("Not saved: \(error)") } else { notice = Notice("Nothing was changed: \(error).") }
    case .success(let list):
      notice = change.notice
      take(list, after: change)
      guard isAwaited else { return }
      layers.close(.form)
      if overlay != .profiles { enterAdded(change) }
    }
  }

  /// What was made in the guide is used at once.
  private mutating func enterAdded(_ change: ProfileChange) {
    layers.closeOverlays()
    guard case .add(let added, _) = change, let profile = profiles.first(where: { $0.name == added.name }) else {
      return
    }
    enter(profile)
    notice = Notice("\(profile.name) is kept and in use.")
  }
}

extension ProfileChange {
  /// The profile that it is about.
  fileprivate var name: String? {
    switch self {
    case .add(let profile, _), .replace(_, let profile, _): profile.name
    case .restore(let removed): removed.name
    case .remove, .setDefault: nil
    }
  }

  fileprivate var notice: Notice? {
    switch self {
    case .add(let profile, _): Notice("\(profile.name) is kept.")
    case .replace(_, let profile, _): Notice("\(profile.name) is changed.")
    case .remove(let name): Notice("\(name) is deleted; \(key: .undoDelete) brings it back.")
    case .restore(let removed): Notice("\(removed.name) is back.")
    case .setDefault: nil
    }
  }
}
