import ExplorerStorage
import OpenPayments
import OpenPaymentsSandbox

/// Makes the clients of a run: one transport for all, and the built-in sandbox started when a profile first needs it.
actor ClientFactory {
  private let transportSettings: AsyncHTTPTransport.Configuration
  /// Where tokens are kept that are not the built-in sandbox's.
  nonisolated let tokens: TokenFiles
  private let keepsTokens: Bool
  private let asksForCompression: Bool
  private let secrets: SecretReader
  private let sandbox: BuiltInSandbox
  private let history: HistoryRecorder?
  private var transport: AsyncHTTPTransport?

  /// - Parameters:
  ///   - keepsTokens: whether tokens outlive this run.
  ///   - history: is given every exchange of every client.
  init(
    transport: AsyncHTTPTransport.Configuration, tokens: TokenFiles, keepsTokens: Bool,
    asksForCompression: Bool = false, secrets: SecretReader = SecretReader(environment: [:]), sandbox: BuiltInSandbox,
    history: HistoryRecorder? = nil
  ) {
    transportSettings = transport
    self.tokens = tokens
    self.keepsTokens = keepsTokens
    self.asksForCompression = asksForCompression
    self.secrets = secrets
    self.sandbox = sandbox
    self.history = history
  }

  /// - Parameter configure: sets what the profile doesn't, such as who is told of exchanges.
  /// - Throws: `CertificateError`, or ``CommandFailure`` if the built-in sandbox can't start.
  func client(
    for profile: Profile, configure: (inout OpenPaymentsClient.Configuration) -> Void = { _ in }
  ) async throws -> OpenPaymentsClient {
    var configuration = try await configuration(for: profile)
    configure(&configuration)
    if let history {
      let tell = configuration.onExchange
      configuration.onExchange = { exchange in
        history.record(exchange, as: profile.name)
        tell(exchange)
      }
    }
    return OpenPaymentsClient(configuration, transport: try sharedTransport())
  }

  /// What the profile's tokens are kept under; nil if they are kept nowhere.
  func tokenKey(of profile: Profile) async throws -> TokenKey? {
    guard let application = profile.application else { return nil }
    return profile.tokenKey(secret: try await secrets.secret(from: application.secret))
  }

  /// Ends the built-in sandbox if it runs.
  func stop() async { await sandbox.stop() }

  private func configuration(for profile: Profile) async throws -> OpenPaymentsClient.Configuration {
    var credentials: Credentials?
    if let application = profile.application {
      credentials = Credentials(
        clientID: application.clientID, clientSecret: try await secrets.secret(from: application.secret),
        scopes: profile.scopes)
    }
    switch profile.environment {
    case .hosts(let auth, let api):
      guard let credentials else {
        throw ConfigurationError("the profile \(profile.name) has no client id")
      }
      var configuration = OpenPaymentsClient.Configuration(
        auth: auth, api: api ?? auth, credentials: credentials, dialect: profile.dialect)
      configuration.asksForCompression = asksForCompression
      configuration.tokenStore = keepsTokens ? tokens : nil
      return configuration
    case .builtInSandbox:
      let address = try await sandbox.address()
      let builtIn = Credentials(
        clientID: address.clientID, clientSecret: Secret(address.clientSecret), scopes: profile.scopes)
      return .init(
        auth: try BaseURL(address.authURL), api: try BaseURL(address.apiURL), credentials: credentials ?? builtIn,
        dialect: profile.dialect)
    }
  }

  private func sharedTransport() throws(CertificateError) -> AsyncHTTPTransport {
    if let transport { return transport }
    let made = try AsyncHTTPTransport(transportSettings)
    transport = made
    return made
  }
}
