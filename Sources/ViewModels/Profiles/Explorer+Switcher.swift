import ExplorerStorage
import OpenPayments

extension Explorer {
  /// - Parameter name: where the cursor begins; nil for the profile in use.
  mutating func openSwitcher(selecting name: String? = nil) -> [Effect] {
    overlay = .profiles(
      Switcher(shelf.recentFirst(current: profile), selecting: name ?? profile.name, height: viewport.switcherRows))
    return [.readProfiles, .lookForTokens(profiles)]
  }

  /// What the switcher alone can do; nil for what isn't its own.
  mutating func runInSwitcher(_ command: Command, _ switcher: Switcher) -> [Effect]? {
    var switcher = switcher
    switch command {
    case .profiles, .quit: overlay = nil
    case .cancel where switcher.isTypingFilter || !switcher.list.filter.isEmpty:
      switcher.isTypingFilter = false
      switcher.setFilter("")
      overlay = .profiles(switcher)
    case .filter:
      switcher.isTypingFilter = true
      overlay = .profiles(switcher)
    case .toggleMark:
      switcher.toggleMark()
      overlay = .profiles(switcher)
    case .acceptFilter: return choose(switcher)
    case .compare: return compareMarked(switcher)
    case .addProfile: overlay = .entry(.profile(isNew: true))
    case .editProfile: editProfile(switcher)
    case .duplicateProfile:
      if let selected = switcher.selected { overlay = .entry(.profile(selected, isNew: true)) }
    case .deleteProfile: return deleteProfile(switcher)
    case .undoDelete: return undoDelete()
    case .testProfile:
      guard let selected = switcher.selected else { return [] }
      profileTest = ProfileTest(selected)
      overlay = .profileTest
      return [.testProfile(selected)]
    case .forgetToken:
      guard let selected = switcher.selected else { return [] }
      return [.token(selected, .forget)]
    default: return nil
    }
    return []
  }

  /// Goes back to the profile used before.
  mutating func switchBack() -> [Effect] {
    guard let previous = shelf.previous(to: profile) else {
      notice = Notice("No other profile has been used yet; c lists them.")
      return []
    }
    return enter(previous)
  }

  private mutating func choose(_ switcher: Switcher) -> [Effect] {
    guard let chosen = switcher.selected else {
      notice = Notice("No profile fits the filter.")
      return []
    }
    overlay = nil
    return chosen.id == profile.id ? [] : enter(chosen)
  }

  private mutating func compareMarked(_ switcher: Switcher) -> [Effect] {
    guard switcher.marked.count > 1 else {
      notice = Notice("Space marks profiles; two or more make the current call side by side.")
      return []
    }
    return compare(under: profiles.filter { switcher.marked.contains($0.name) })
  }

  private mutating func editProfile(_ switcher: Switcher) {
    guard let selected = switcher.selected else { return }
    guard shelf.isStored(selected) else {
      notice = Notice("\(selected.name) is the program's own: u makes a copy of it that can be changed.")
      return
    }
    overlay = .entry(.profile(selected, isNew: false))
  }

  private mutating func deleteProfile(_ switcher: Switcher) -> [Effect] {
    guard let selected = switcher.selected else { return [] }
    guard shelf.isStored(selected) else {
      notice = Notice("\(selected.name) is the program's own and stays.")
      return []
    }
    guard selected.name != profile.name else {
      notice = Notice("\(selected.name) is in use: switch to another one first.")
      return []
    }
    return [.changeProfiles(.remove(name: selected.name))]
  }

  private mutating func undoDelete() -> [Effect] {
    guard let removed = shelf.stored.removed else {
      notice = Notice("No profile has been deleted.")
      return []
    }
    return [.changeProfiles(.restore(removed))]
  }

  /// Keeps what the form holds.
  mutating func saveProfile(_ form: EntryForm) -> [Effect] {
    var form = form
    if let field = form.firstProblem {
      form.move(to: field.id)
      form.problem = "\(field.label) \(field.problem ?? "")"
      overlay = .entry(form)
      return []
    }
    guard case .profile(let replaced) = form.purpose, let (profile, secret) = form.profile() else { return [] }
    form.setBusy(true)
    overlay = .entry(form)
    return [
      .changeProfiles(
        replaced.map { .replace(name: $0.name, with: profile, secret: secret) } ?? .add(profile, secret: secret))
    ]
  }
}

// MARK: - What comes of it

extension Explorer {
  mutating func take(_ list: ProfileList, after change: ProfileChange?) -> [Effect] {
    let removed = list.removed ?? (change.isRestoring ? nil : shelf.stored.removed)
    shelf.stored = list
    shelf.stored.removed = removed
    if case .profiles(var switcher) = overlay {
      let name = change?.name ?? switcher.selected?.name
      switcher.take(shelf.recentFirst(current: profile), selecting: name)
      overlay = .profiles(switcher)
    }
    guard let known = profiles.first(where: { $0.name == profile.name }), known != profile,
      shelf.isStored(known)
    else { return [] }
    return enter(known, quietly: true)
  }

  mutating func finish(_ change: ProfileChange, _ result: Result<ProfileList, ConfigurationError>) -> [Effect] {
    switch result {
    case .failure(let error):
      guard case .entry(var form) = overlay else {
        notice = Notice("Nothing was changed: \(error).")
        return []
      }
      form.setBusy(false)
      form.problem = "Not saved: \(error)"
      overlay = .entry(form)
      return []
    case .success(let list):
      notice = change.notice
      let wasInForm = if case .entry = overlay { true } else { false }
      var effects: [Effect] = []
      if case .replace(let name, let new, _) = change, name == profile.name {
        shelf.stored = list
        effects = enter(profiles.first { $0.name == new.name } ?? new, quietly: true)
      }
      if wasInForm { effects += openSwitcher() }
      return effects + take(list, after: change)
    }
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
    let ended: [Effect] = comparison?.isRunning == true ? [.cancelComparison] : []
    let keys = directory.loading.keys
    for key in keys { directory.forget(key) }
    others[profile.id] = directory
    cameFrom = quietly ? cameFrom : profile
    shelf.uses[profile.name] = now
    profile = chosen
    directory = others.removeValue(forKey: chosen.id) ?? Directory()
    calls = Calls()
    pinned = nil
    comparison = nil
    prefersListExchange = false
    (shownCountry, shownCity, restingDetail) = (nil, nil, nil)
    for column in ColumnID.allCases { self[column].clear() }
    showCountries()
    shelf.uses[chosen.name] = now
    shelf.choice = "\(chosen.name) was chosen here"
    if !quietly { notice = Notice("Now as \(chosen.name).") }
    return callEffects + ended + Set(keys.map(\.kind)).map(Effect.cancel) + [.noteUse(chosen.name)]
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
