public import ExplorerStorage
public import OpenPayments

/// Whom to sign in, and to which application.
public struct RehearsalRequest: Sendable, Hashable {
  public let id: Int
  /// One of the built-in sandbox with an application of its own.
  public let profile: Profile
  public let redirectURI: String
  public let scopes: [String]
  public let email: String
  public let password: Secret
}
