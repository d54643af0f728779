public import ExplorerStorage
public import FoundationEssentials

/// The profiles that a run begins with, and what is known of them.
public struct ProfileShelf: Sendable, Equatable {
  /// Those that no file describes: the built-in sandbox, and what the environment defines.
  public let own: [Profile]
  public private(set) var stored: ProfileList
  /// Those of ``all``, by name.
  private var tags: [String: ProfileTag] = [:]
  private var tagsSoFar = 0
  /// Why the profile in use is that, as the rest of a sentence that begins with its name.
  public internal(set) var choice: String?
  public internal(set) var uses: [String: Date]
  /// Abandoned hosts of which somebody has said that secrets may go there.
  public internal(set) var allowedHosts: Set<String>

  public init(
    own: [Profile], stored: ProfileList = ProfileList(), choice: String? = nil, uses: [String: Date] = [:],
    allowedHosts: Set<String> = []
  ) {
    self.own = own
    self.stored = stored
    self.choice = choice
    self.uses = uses
    self.allowedHosts = allowedHosts
    for profile in all { tags[profile.name] = newTag() }
  }

  public var all: [Profile] { own + stored.profiles }

  /// Whether a file describes the profile, so that it can be changed and deleted.
  public func isStored(_ profile: Profile) -> Bool { stored.profiles.contains { $0.name == profile.name } }

  /// All profiles, the one in use first, then the one used last; those never used in their own order.
  func recentFirst(current: Profile) -> [Profile] {
    let dated = all.enumerated().map { (profile: $1, place: $0, used: uses[$1.name] ?? .distantPast) }
    let sorted = dated.sorted { left, right in
      if (left.profile.name == current.name) != (right.profile.name == current.name) {
        return left.profile.name == current.name
      }
      return (right.used, left.place) < (left.used, right.place)
    }
    return sorted.map(\.profile)
  }

  /// The profile used before the one in use.
  func previous(to current: Profile) -> Profile? {
    recentFirst(current: current).first { $0.name != current.name && uses[$0.name] != nil }
  }

  // MARK: - Tags

  /// - Returns: nil for a profile that is not here.
  public func tag(of profile: Profile) -> ProfileTag? { tags[profile.name] }

  func profile(_ tag: ProfileTag) -> Profile? { all.first { tags[$0.name] == tag } }

  /// Gives a profile a tag that is not here, such as one in use that was deleted.
  mutating func newTag() -> ProfileTag {
    tagsSoFar += 1
    return ProfileTag(number: tagsSoFar)
  }

  /// Takes the stored profiles as they are by now. Those whose calls are what they were keep their tags.
  ///
  /// - Parameter change: what was asked for, which tells who only got another name.
  mutating func take(_ list: ProfileList, after change: ProfileChange?) {
    var known = Dictionary(all.map { ($0.name, (profile: $0, tag: tags[$0.name])) }) { first, _ in first }
    if case .replace(let name, let new, _)? = change, name != new.name {
      known[new.name] = known.removeValue(forKey: name)
      uses[new.name] = uses.removeValue(forKey: name)
    }
    var isRestoring = false
    if case .restore? = change { isRestoring = true }
    let removed = list.removed ?? (isRestoring ? nil : stored.removed)
    stored = list
    stored.removed = removed
    tags = [:]
    for profile in all {
      let same = known[profile.name].flatMap { profile.calls(as: $0.profile) ? $0.tag : nil }
      tags[profile.name] = same ?? newTag()
    }
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
