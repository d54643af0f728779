public import OpenPayments

/// Where to call, as whom, in which dialect.
public struct Profile: Sendable, Hashable, Identifiable {
  public enum Environment: Sendable, Hashable {
    /// The server inside this program; it brings its own addresses and credentials.
    case builtInSandbox
    /// - Parameter api: nil if only a token is wanted.
    case hosts(auth: BaseURL, api: BaseURL?, clientID: String, clientSecret: Secret)
  }

  public let name: String
  public let environment: Environment
  public let dialect: Dialect
  public let scopes: [String]

  public var id: String { name }
  public var isBuiltInSandbox: Bool { environment == .builtInSandbox }

  /// What the profile's tokens are kept under; nil for the built-in sandbox, whose tokens are kept nowhere.
  public var tokenKey: TokenKey? {
    guard case .hosts(let auth, _, let clientID, let clientSecret) = environment else { return nil }
    return TokenKey(
      auth: auth, credentials: Credentials(clientID: clientID, clientSecret: clientSecret, scopes: scopes))
  }

  public init(name: String, environment: Environment, dialect: Dialect, scopes: [String]? = nil) {
    self.name = name
    self.environment = environment
    self.dialect = dialect
    self.scopes = scopes ?? dialect.defaultScopes
  }
}
