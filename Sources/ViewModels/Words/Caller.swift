public import ExplorerStorage

/// As whom the platform is called.
public struct Caller: Sendable, Hashable {
  /// By which its news are known.
  public let tag: ProfileTag
  public let profile: Profile

  init(_ profile: Profile, _ tag: ProfileTag) {
    self.profile = profile
    self.tag = tag
  }
}
