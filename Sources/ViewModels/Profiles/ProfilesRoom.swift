public import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// The profiles to choose from, and the trial of one.
public struct ProfilesRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    /// Read the stored profiles anew; other processes may have changed them.
    case read
    case change(ProfileChange)
    /// Go on under the name that the profile has now with what serves it, its token above all.
    case rename(Caller)
    case noteUse(String)
    /// Look which of these have a token that is kept, without asking anybody for a secret.
    case lookForTokens([Caller])
    case forgetToken(Caller)
    case endTrial
  }

  public enum Call: Sendable, Hashable {
    /// Try the profile, in place of one that may be tried now.
    case test
  }

  enum Outcome {
    /// A profile is to be chosen, or is being tried.
    case choosing, trying
    case enter(Profile)
    /// Make the current call under each of these.
    case compare([Profile])
    /// - Parameter isNew: whether the form is for another profile than the one that it begins with.
    case fillIn(Profile?, isNew: Bool)
    case show(Inspection, CallOrigin)
    case closed
  }

  public enum News: Sendable {
    /// A step of a profile's trial is done; with what is known of the profile's environment that may explain it.
    case tested(ProfileTag, ProfileTest.Step, advice: String?)
  }

  public internal(set) var shelf: ProfileShelf
  public private(set) var switcher: Switcher?
  public private(set) var trial: ProfileTest?
  /// The profile used before the one in use, in this run.
  var cameFrom: ProfileTag?

  init(_ shelf: ProfileShelf) { self.shelf = shelf }

  private func caller(of profile: Profile, in world: World) -> Caller {
    profile.name == world.profile.name ? world.caller : Caller(profile, shelf.tag(of: profile) ?? .unknown)
  }

  /// - Parameter name: where the cursor begins; nil for the profile in use.
  mutating func open(selecting name: String? = nil, in world: World) -> Turn {
    switcher = Switcher(
      shelf.recentFirst(current: world.profile), selecting: name ?? world.profile.name,
      height: world.viewport.switcherRows)
    return .work(.read, .lookForTokens(shelf.all.map { caller(of: $0, in: world) })).telling(.choosing)
  }

  /// Goes back to the profile used before.
  func switchBack(in world: World) -> Turn {
    shelf.previous(to: world.profile).map { .tell(.enter($0)) }
      ?? .say("No other profile has been used yet; \(key: .profiles) lists them.")
  }

  mutating func leave() { switcher = nil }
  mutating func leaveTrial() -> Turn { trial == nil ? .done : endTrial() }

  private mutating func close() -> Turn {
    switcher = nil
    return .tell(.closed)
  }

  mutating func resize(_ viewport: Viewport) { switcher?.setHeight(viewport.switcherRows) }
  mutating func scroll(by distance: Int) { switcher?.move(by: distance) }

  /// Whether the row was under the cursor already.
  mutating func point(at row: Int) -> Bool {
    guard switcher?.list.cursor != row else { return true }
    switcher?.move(to: row)
    return false
  }

  /// Other profiles are there than before.
  ///
  /// - Parameter name: where the cursor goes; nil to stay.
  mutating func refresh(selecting name: String?, in world: World) {
    let name = name ?? switcher?.selected?.name
    switcher?.take(shelf.recentFirst(current: world.profile), selecting: name)
  }

  // MARK: - Choosing

  /// - Returns: nil for a command that means nothing of its own among the profiles.
  mutating func run(_ command: Command, in world: World) -> Turn? {
    guard let switcher else { return nil }
    if let motion = Motion(command) {
      let (list, height) = (switcher.list, world.viewport.switcherRows)
      self.switcher?.move(to: motion.target(from: list.cursor, count: list.count, height: height))
      return .done
    }
    let selected = switcher.selected
    switch command {
    case .cancel where switcher.isTypingFilter || !switcher.list.filter.isEmpty:
      self.switcher?.isTypingFilter = false
      self.switcher?.setFilter("")
    case .profiles, .quit, .cancel: return close()
    case .filter: self.switcher?.isTypingFilter = true
    case .toggleMark: self.switcher?.toggleMark()
    case .acceptFilter: return choose(selected, in: world)
    case .compare:
      let marked = shelf.all.filter { switcher.marked.contains($0.name) }
      guard marked.count > 1 else {
        return .say(
          "\(key: .toggleMark, in: .profiles) marks profiles; two or more make the current call side by side.")
      }
      return .tell(.compare(marked))
    case .addProfile: return .tell(.fillIn(nil, isNew: true))
    case .editProfile: return selected.map(edit) ?? .done
    case .duplicateProfile: return selected.map { .tell(.fillIn($0, isNew: true)) } ?? .done
    case .deleteProfile: return selected.map { delete($0, in: world) } ?? .done
    case .undoDelete:
      return shelf.stored.removed.map { .work(.change(.restore($0))) } ?? .say("No profile has been deleted.")
    case .testProfile: return selected.map { test(caller(of: $0, in: world)) } ?? .done
    case .forgetToken: return selected.map { .work(.forgetToken(caller(of: $0, in: world))) } ?? .done
    default: return nil
    }
    return .done
  }

  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    var field = TextField(switcher?.list.filter ?? "")
    change(&field)
    switcher?.setFilter(field.text)
    return .done
  }

  private mutating func choose(_ chosen: Profile?, in world: World) -> Turn {
    guard let chosen else { return .say("No profile fits the filter.") }
    return chosen.name == world.profile.name ? close() : close() + .tell(.enter(chosen))
  }

  private func edit(_ profile: Profile) -> Turn {
    shelf.isStored(profile)
      ? .tell(.fillIn(profile, isNew: false))
      : .say("\(profile.name) is the program's own: \(key: .duplicateProfile) makes a copy of it that can be changed.")
  }

  private func delete(_ profile: Profile, in world: World) -> Turn {
    guard shelf.isStored(profile) else { return .say("\(profile.name) is the program's own and stays.") }
    guard profile.name != world.profile.name else {
      return .say("\(profile.name) is in use: switch to another one first.")
    }
    return .work(.change(.remove(name: profile.name)))
  }

  // MARK: - Trying one

  private mutating func test(_ caller: Caller) -> Turn {
    trial = ProfileTest(caller)
    return .tell(.trying) + .call(.test, as: caller)
  }

  /// - Returns: nil for a command that means nothing of its own at a trial.
  mutating func runAtTrial(_ command: Command, in world: World) -> Turn? {
    guard let trial else { return nil }
    switch command {
    case .testProfile: return test(trial.caller)
    case .openTestedCall:
      guard let inspection = trial.inspection else { return .say("No call has been made for this trial yet.") }
      return endTrial().telling(.show(inspection, CallOrigin(trial.caller)))
    case .cancel, .quit: return endTrial() + open(selecting: trial.profile.name, in: world)
    default: return nil
    }
  }

  private mutating func endTrial() -> Turn {
    trial = nil
    return .work(.endTrial)
  }

  /// Nobody agreed to the calls of the trial.
  mutating func declineTrial(in world: World) -> Turn {
    guard let profile = trial?.profile else { return .done }
    trial = nil
    return open(selecting: profile.name, in: world)
  }

  mutating func take(_ news: News) {
    switch news {
    case .tested(let tag, let step, let advice): if trial?.caller.tag == tag { trial?.take(step, advice: advice) }
    }
  }
}
