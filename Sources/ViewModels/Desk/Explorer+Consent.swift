import ExplorerStorage

/// What nobody has agreed to yet stays here: the first calls to production in a run, and any that would take a secret to a
/// domain that may have changed hands.
extension Explorer {
  /// Takes those effects out that need a yes first, and asks for it.
  mutating func hold(_ effects: [Effect]) -> [Effect] {
    var passed: [Effect] = []
    for effect in effects {
      guard let profile = effect.caller, let purpose = consentNeeded(for: profile) else {
        passed.append(effect)
        continue
      }
      held.append(effect)
      overlay = .question(Question(purpose: purpose))
    }
    return passed
  }

  private func consentNeeded(for profile: Profile) -> Question.Purpose? {
    let hosts = profile.abandonedHosts.filter { !shelf.allowedHosts.contains($0) }
    if !hosts.isEmpty { return .sendSecret(profile, hosts: hosts) }
    return profile.isProduction && !agreed.contains(profile.id) ? .callProduction(profile) : nil
  }

  mutating func agree(to profile: Profile) -> [Effect] {
    agreed.insert(current(profile.id))
    return release()
  }

  mutating func release() -> [Effect] {
    defer { held = [] }
    guard profileTest != nil else { return held }
    guard overlay == nil else {
      // Something else was opened while the yes was kept.
      profileTest = nil
      return held.filter { if case .testProfile = $0 { false } else { true } }
    }
    overlay = .profileTest
    return held
  }

  /// Nothing of what was asked about is done; a profile just switched to is left again.
  mutating func declineConsent(for profile: Profile) -> [Effect] {
    let effects = held
    held = []
    overlay = nil
    let refused = LoadFailure(
      message: "Not called: \(profile.name) was not agreed to.", suggestion: "r asks again, c chooses another profile.",
      isCancelled: true)
    for effect in effects {
      switch effect {
      case .load(_, let key): directory.finish(key, .failed(refused))
      case .call: call = nil
      case .callSide: comparison = nil
      case .testProfile: profileTest = nil
      case .walk: walk = nil
      case .guideCall(_, let request): guide.calls[request.call] = nil
      case .token(let profile, _): tokenRecords[current(profile.id)]?.giveUp()
      default: break
      }
    }
    guard current(profile.id) == self.profile.id, let previous = cameFrom, consentNeeded(for: previous) == nil else {
      return []
    }
    return enter(previous)
  }
}

extension Effect {
  /// As whom it calls the platform; nil if it doesn't.
  var caller: Profile? {
    switch self {
    case .load(let profile, _), .call(let profile, _), .callSide(let profile, _, _), .fetchToken(let profile, _),
      .testProfile(let profile), .guideCall(let profile, _), .walk(let profile, _), .token(let profile, .check),
      .token(let profile, .renew):
      profile
    default: nil
    }
  }
}
