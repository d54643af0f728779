public import ExplorerStorage
public import FoundationEssentials

/// What is kept of profiles between runs, as the explorer gets at it away from the screen's thread.
public struct ProfileFiles: Sendable {
  let read: @Sendable () async -> ProfileList
  let apply: @Sendable (ProfileChange) async -> Result<ProfileList, ConfigurationError>
  let noteUse: @Sendable (String, Date) async -> Void
  let allow: @Sendable ([String]) async -> Void
  let keptToken: @Sendable (Profile) async -> Date?

  /// - Parameters:
  ///   - read: the stored profiles as they are by now.
  ///   - apply: makes a change to them.
  ///   - noteUse: keeps when a profile was used.
  ///   - allow: lets secrets go to hosts that may have changed hands.
  ///   - keptToken: until when the token is good that is kept for a profile, if that can be known without asking anybody
  ///     for its secret.
  public init(
    read: @escaping @Sendable () async -> ProfileList = { ProfileList() },
    apply: @escaping @Sendable (ProfileChange) async -> Result<ProfileList, ConfigurationError> = { _ in
      .failure(ConfigurationError("profiles are kept nowhere"))
    },
    noteUse: @escaping @Sendable (String, Date) async -> Void = { _, _ in },
    allow: @escaping @Sendable ([String]) async -> Void = { _ in },
    keptToken: @escaping @Sendable (Profile) async -> Date? = { _ in nil }
  ) {
    self.read = read
    self.apply = apply
    self.noteUse = noteUse
    self.allow = allow
    self.keptToken = keptToken
  }
}
