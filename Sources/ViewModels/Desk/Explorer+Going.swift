import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// From place to place, and from profile to profile.
extension Explorer {
  /// Where one is, under the profile in use; nil until there is a country.
  public var address: Address? { browser.address(as: profile.name) }

  /// Where the next run should begin; while one is on the way to somewhere, that.
  public var place: Address? { browser.destination ?? address }

  /// Where one is on the way to, as long as lists that lead there are loading or have failed; nil if there is nothing to say.
  public var way: Address? {
    guard let destination = browser.destination, hasStarted else { return nil }
    let loading = session.directory.loading.values
    return loading.isEmpty || loading.contains { $0.visibleWait(at: now) != nil } ? destination : nil
  }

  /// Goes to a place, as soon as the lists are there that lead to it; where one was is kept for the way back.
  mutating func jump(to target: Address) {
    if let address { places.leave(address) }
    travel(to: target)
  }

  mutating func goBack() {
    guard let target = places.back(from: address) else {
      notice = Notice("This is where it began.")
      return
    }
    travel(to: target)
  }

  mutating func goForward() {
    guard let target = places.forward(from: address) else {
      notice = Notice("There is nothing further on.")
      return
    }
    travel(to: target)
  }

  private mutating func travel(to target: Address) {
    if let name = target.profile, name != profile.name {
      guard let other = profiles.first(where: { $0.name == name }) else {
        notice = Notice("There is no profile \(name.prefix(40)); \(key: .profiles) lists them.")
        return
      }
      enter(other)
    }
    layers.closeAll()
    take(browser.travel(to: target))
  }

  /// Goes as far towards the destination as is known by now.
  ///
  /// - Returns: whether that was any further.
  mutating func advance() -> Bool { take(browser.advance(session.directory)) }

  /// Puts the focus where the way led, unless it is on something that was opened meanwhile.
  mutating func arrive(at column: ColumnID) {
    if inspector.pinned == nil, comparison.shown == nil, isColumnFocused {
      focus(on: column)
    } else if inspector.input == nil {
      browser.column = column
    }
  }

  // MARK: - Profiles

  /// Goes over to another profile: the place stays, what was known under the old one goes out of sight.
  mutating func enter(_ chosen: Profile) {
    let left = address
    inspector.pinned = nil
    endWork()
    take(comparison.close())
    profileRoom.cameFrom = sessions.tag
    profileRoom.shelf.uses[profile.name] = now
    if let left { outbox.append(.browser(.keepPlace(profile: profile.name, left))) }
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

  private mutating func beginAnew(at place: Address?) {
    session.calls = Session.Calls()
    browser.beginAnew(session.directory, at: place)
    profileRoom.shelf.uses[profile.name] = now
    profileRoom.shelf.choice = "was chosen here"
    outbox.append(.profiles(.noteUse(profile.name)))
  }

  /// Ends what is under way as the profile in use, and is not its token's.
  private mutating func endWork() {
    take(call.cancel())
    if comparison.shown?.isRunning == true { take(comparison.close()) }
    take(guide.endWork())
    take(browser.endWork(&sessions.current.directory))
  }

  /// Ends a check of a token's signature and its renewal.
  mutating func endTokenWork(of record: TokenRecord, as caller: Caller) {
    if record.checkingSince != nil { outbox.append(.token(.stopChecking, of: caller)) }
    if record.isRenewing { outbox.append(.token(.stopRenewing, of: caller)) }
  }
}
