/// What an application asks for tokens with (OAuth 2 client credentials, RFC 6749 section 4.4).
public struct Credentials: Sendable, Hashable {
  public let clientID: String
  public let clientSecret: Secret
  /// Scopes to ask for, in this order; the platform knows `aspspinformation`, `accountinformation`,
  /// `paymentinitiation` and the contexts `private` and `corporate`.
  public let scopes: [String]

  public init(clientID: String, clientSecret: Secret, scopes: [String]) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.scopes = scopes
  }

  public var scope: String { scopes.joined(separator: " ") }
}
