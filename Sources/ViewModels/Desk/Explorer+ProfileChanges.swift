import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Keeps what the form holds.
  mutating func saveProfile(_ form: EntryForm) -> [Effect] {
    guard let form = accepted(form), case .profile(let replaced) = form.purpose,
      let (profile, secret) = form.profile()
    else { return [] }
    return submit(
      form,
      .changeProfiles(
        replaced.map { .replace(name: $0.name, with: profile, secret: secret) } ?? .add(profile, secret: secret)))
  }

  mutating func take(_ list: ProfileList, after change: ProfileChange?) -> [Effect] {
    let removed = list.removed ?? (change.isRestoring ? nil : shelf.stored.removed)
    shelf.stored = list
    shelf.stored.removed = removed
    var effects = endFormerNames()
    if case .profiles(var switcher) = overlay {
      let name = change?.name ?? switcher.selected?.name
      switcher.take(shelf.recentFirst(current: profile), selecting: name)
      overlay = .profiles(switcher)
    }
    if let known = profiles.first(where: { $0.name == profile.name }), known != profile, shelf.isStored(known) {
      effects += enter(known, quietly: true)
    }
    return effects + forgetFormerProfiles()
  }

  /// One that was deleted or changed is none any more: nothing can be asked for under it again.
  private mutating func forgetFormerProfiles() -> [Effect] {
    let ids = Set(profiles.map(\.id)).union([profile.id])
    let effects = tokenRecords.keys.filter { !ids.contains($0) }.flatMap { endTokenWork(of: $0) }
    successors = successors.filter { ids.contains($0.value) }
    others = others.filter { ids.contains($0.key) }
    tokens = tokens.filter { ids.contains($0.key) }
    tokenRecords = tokenRecords.filter { ids.contains($0.key) }
    retries = retries.filter { ids.contains($0.key) }
    return effects
  }

  mutating func finish(_ change: ProfileChange, _ result: Result<ProfileList, ConfigurationError>) -> [Effect] {
    let form = form(awaiting: .changeProfiles(change))
    switch result {
    case .failure(let error):
      guard var form else {
        notice = Notice("Nothing was changed: \(error).")
        return []
      }
      form.sent = nil
      form.problem = "Not saved: \(error)"
      overlay = .entry(form)
      return []
    case .success(let list):
      notice = change.notice
      var effects: [Effect] = []
      if case .replace(let name, let new, _) = change {
        let old = shelf.stored.profiles.first { $0.name == name }
        shelf.stored.profiles = list.profiles
        let changed = profiles.first { $0.name == new.name } ?? new
        if name == profile.name {
          effects = enter(changed, quietly: true)
        } else if let old, changed.calls(as: old) {
          effects = rename(old, to: changed)
        }
      }
      if form?.origin == .switcher { effects += openSwitcher() }
      effects += take(list, after: change)
      if let form, form.origin != .switcher { effects += enterAdded(change) }
      return effects
    }
  }

  /// What was made in the guide is used at once.
  private mutating func enterAdded(_ change: ProfileChange) -> [Effect] {
    overlay = nil
    guard case .add(let added, _) = change, let profile = profiles.first(where: { $0.name == added.name }) else {
      return []
    }
    defer { notice = Notice("\(profile.name) is kept and in use.") }
    return enter(profile)
  }
}

extension ProfileChange? {
  fileprivate var isRestoring: Bool { if case .restore? = self { true } else { false } }
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
    case .remove(let name): Notice("\(name) is deleted; z brings it back.")
    case .restore(let removed): Notice("\(removed.name) is back.")
    case .setDefault: nil
    }
  }
}
