import ExplorerStorage
import OpenPayments

/// A profile that only gets another name makes the same calls: what is known and under way stays its own.
extension Explorer {
  /// The one that a profile is by now.
  func current(_ id: Profile.ID) -> Profile.ID { successors[id] ?? id }

  /// What a profile's calls may have been begun under: itself, and what it was before it was renamed.
  func everKnownAs(_ profile: Profile) -> [Profile.ID] {
    [profile.id] + successors.filter { $0.value == profile.id }.keys
  }

  mutating func rename(_ old: Profile, to new: Profile) -> [Effect] {
    guard old.id != new.id else { return [] }
    for (former, current) in successors where current == old.id { successors[former] = new.id }
    successors[old.id] = new.id
    // It may have got a former name back.
    successors[new.id] = nil
    others[new.id] = others.removeValue(forKey: old.id)
    tokens[new.id] = tokens.removeValue(forKey: old.id)
    tokenRecords[new.id] = tokenRecords.removeValue(forKey: old.id)
    retries[new.id] = retries.removeValue(forKey: old.id)
    if agreed.remove(old.id) != nil { agreed.insert(new.id) }
    if cameFrom?.id == old.id { cameFrom = new }
    shelf.uses[new.name] = shelf.uses.removeValue(forKey: old.name)
    trail.rename(old.name, to: new.name)
    return [.renameProfile(old, to: new)]
  }

  /// What comes under a former name is that of a new profile if one has that name now, and makes the same calls. Then
  /// nobody could tell whose it is: what was begun under the name ends.
  mutating func endFormerNames() -> [Effect] {
    let taken = profiles.map(\.id).filter { successors[$0] != nil }
    let isInUse = taken.contains { successors[$0] == profile.id }
    for id in taken { successors[id] = nil }
    return isInUse ? endWork() + endTokenWork(of: profile.id) : []
  }

  /// Ends what is under way as the profile in use, and is not its token's.
  mutating func endWork() -> [Effect] {
    var effects = cancelCall()
    if comparison?.isRunning == true {
      comparison = nil
      effects.append(.cancelComparison)
    }
    effects += leaveGuideWork()
    if walk != nil { effects.append(.cancelWalk) }
    walk = nil
    let keys = directory.loading.keys
    for key in keys { directory.forget(key) }
    return effects + Set(keys.map(\.kind)).map(Effect.cancel)
  }

  /// Ends a check of a token's signature and its renewal.
  mutating func endTokenWork(of id: Profile.ID) -> [Effect] {
    guard let record = tokenRecords[id] else { return [] }
    tokenRecords[id]?.giveUp()
    let ids = everKnownAs(id)
    return (record.checkingSince == nil ? [] : ids.map { .token($0, .stopChecking) })
      + (record.isRenewing ? ids.map { .token($0, .stopRenewing) } : [])
  }
}

extension Profile {
  /// Whether the other profile makes the same calls with the same credentials.
  func calls(as other: Profile) -> Bool {
    var same = other.id
    same.name = name
    return same == id
  }
}

extension Action {
  /// The same as news of the profile that the one it was begun under is by now.
  func ofCurrent(_ current: (Profile.ID) -> Profile.ID) -> Action {
    switch self {
    case .loaded(let id, let key, let outcome): .loaded(current(id), key, outcome)
    case .loadReceived(let id, let key, let count): .loadReceived(current(id), key, count)
    case .tokenChanged(let id, let status): .tokenChanged(current(id), status)
    case .exchanged(let id, let exchange): .exchanged(current(id), exchange)
    case .retryBegan(let id, let retry): .retryBegan(current(id), retry)
    case .retryEnded(let id, let wait): .retryEnded(current(id), wait)
    case .callReceived(let id, let count): .callReceived(current(id), count)
    case .called(let id, let outcome): .called(current(id), outcome)
    case .tokenFetched(let id, let token, let exchange): .tokenFetched(current(id), token, for: exchange)
    case .profileTested(let id, let step, let advice): .profileTested(current(id), step, advice: advice)
    case .tokenSeen(let id, let until): .tokenSeen(current(id), until: until)
    case .token(let id, let news): .token(current(id), news)
    case .walked(let id, let progress): .walked(current(id), progress)
    case .walkEnded(let id, let failure): .walkEnded(current(id), failure)
    case .guideCalled(let id, let call, let result): .guideCalled(current(id), call, result)
    default: self
    }
  }
}
