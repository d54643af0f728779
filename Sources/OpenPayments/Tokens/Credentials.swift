/// What an application asks for tokens with (OAuth 2 client credentials, RFC 6749 section 4.4).
public struct Credentials: Sendable, Hashable {
  /// The application's id.
  public let clientID: String
  /// The application's secret, which the platform shows once.
  public let clientSecret: Secret
  /// Scopes to ask for, in this order; the platform knows `aspspinformation`, `accountinformation`,
  /// `paymentinitiation` and the contexts `private` and `corporate`.
  public let scopes: [String]

  /// An application's credentials and what it asks for.
  public init(clientID: String, clientSecret: Secret, scopes: [String]) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.scopes = scopes
  }

  /// The scopes as a token request has them, separated by blanks.
  public var scope: String { scopes.joined(separator: " ") }
}
