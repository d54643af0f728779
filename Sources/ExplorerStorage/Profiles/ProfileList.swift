public import OpenPayments

/// What `profiles.yaml` amounts to.
public struct ProfileList: Sendable, Hashable {
  /// In the order of the file.
  public var profiles: [Profile] = []
  /// The profile that is used where none is asked for.
  public var defaultName: String?
  /// Why it can't be told which one that is; nil if it can, or if none is set.
  public var unreadableDefault: ConfigurationError?
  /// What is wrong: first a secret that a change should have removed and could not, then what is wrong in the file, each
  /// with file, line and column.
  public var problems: [ConfigurationError] = []
  /// The first problem of each profile that can't be used, by its name.
  public var unusable: [String: ConfigurationError] = [:]
  /// Why nothing is known of any profile; nil if the file could be read.
  public var unreadable: ConfigurationError?
  /// What the change took away, to be given back.
  public var removed: RemovedProfile?

  public init() {}
}

/// A change to the profiles.
public enum ProfileChange: Sendable, Hashable {
  /// - Parameter secret: is kept in a file of its own, which becomes the profile's source; nil leaves the source as it is.
  case add(Profile, secret: Secret?)
  /// - Parameter name: the one to be replaced; the new one may have another name.
  case replace(name: String, with: Profile, secret: Secret?)
  case remove(name: String)
  case restore(RemovedProfile)
  /// nil for none.
  case setDefault(name: String?)
}

/// A profile that was taken out of the file, with all that is needed to put it back as it was.
public struct RemovedProfile: Sendable, Hashable {
  public let name: String
  /// With their line breaks.
  let lines: [UInt8]
  let position: Int
  /// How many bytes of blank lines and comments stood before it.
  let gap: Int
  let wasDefault: Bool
  /// The secret that went with it.
  let secret: KeptSecret?
}
