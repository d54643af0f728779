public import ExplorerStorage
public import FoundationEssentials

/// The profiles that a run begins with, and what is known of them.
public struct ProfileShelf: Sendable, Equatable {
  /// Those that no file describes: the built-in sandbox, and what the environment defines.
  public let own: [Profile]
  public internal(set) var stored: ProfileList
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
}
