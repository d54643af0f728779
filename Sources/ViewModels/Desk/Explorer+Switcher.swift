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
}
