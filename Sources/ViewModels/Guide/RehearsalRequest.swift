public import OpenPayments

/// Whom to sign in, and to which application.
public struct RehearsalRequest: Sendable, Hashable {
  public let id: Int
  public let redirectURI: String
  public let scopes: [String]
  public let email: String
  public let password: Secret
}
