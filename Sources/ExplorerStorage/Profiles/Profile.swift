public import OpenPayments

/// Where to call, as whom, in which dialect.
public struct Profile: Sendable, Hashable, Identifiable {
  public enum Environment: Sendable, Hashable {
    /// The server inside this program, at an address of its own in every run.
    case builtInSandbox
    /// - Parameter api: nil if only a token is wanted.
    case hosts(auth: BaseURL, api: BaseURL?)
  }

  public var name: String
  public var environment: Environment
  /// nil for the application that the built-in sandbox knows from the start.
  public var application: Application?
  public var dialect: Dialect
  public var scopes: [String]
  /// What to show to the server in place of the certificate that the settings name.
  public var certificate: CertificateSource?
  /// The colour that marks the profile on screen.
  public var accent: Accent?
  public var notes: String

  /// All of it that calls depend on, and its name: what was asked for under a profile is never taken for that of the same
  /// name after a change. Colour and notes are for people alone.
  public var id: Profile {
    var id = self
    (id.accent, id.notes) = (nil, "")
    return id
  }

  /// The name tells nearly all apart, and every frame looks some up.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  public var isBuiltInSandbox: Bool { environment == .builtInSandbox }

  /// - Parameter scopes: nil for those that the dialect asks for by default.
  public init(
    name: String, environment: Environment, application: Application? = nil, dialect: Dialect,
    scopes: [String]? = nil, certificate: CertificateSource? = nil, accent: Accent? = nil, notes: String = ""
  ) {
    self.name = name
    self.environment = environment
    self.application = application
    self.dialect = dialect
    self.scopes = scopes ?? dialect.defaultScopes
    self.certificate = certificate
    self.accent = accent
    self.notes = notes
  }

  /// What the profile's tokens are kept under; nil for the built-in sandbox, whose tokens are kept nowhere.
  public func tokenKey(secret: Secret) -> TokenKey? {
    guard case .hosts(let auth, _) = environment, let application else { return nil }
    return TokenKey(
      auth: auth,
      credentials: Credentials(clientID: application.clientID, clientSecret: secret, scopes: scopes))
  }
}

/// An application as the platform knows it.
public struct Application: Sendable, Hashable {
  public var clientID: String
  public var secret: SecretSource

  public init(clientID: String, secret: SecretSource) {
    self.clientID = clientID
    self.secret = secret
  }
}
