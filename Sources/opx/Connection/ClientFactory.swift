import ExplorerStorage
import FoundationEssentials
import OpenPayments
import OpenPaymentsSandbox
import PortalClient

/// Makes the clients of a run: one transport for each certificate, and the built-in sandbox started when a profile first needs it.
actor ClientFactory {
  private let transportSettings: AsyncHTTPTransport.Configuration
  /// Where tokens are kept that are not the built-in sandbox's.
  nonisolated let tokens: TokenFiles
  private let keepsTokens: Bool
  private let asksForCompression: Bool
  private let secrets: SecretReader
  private let sandbox: BuiltInSandbox
  private let consents: HostConsents?
  private var allowed: Set<String> = []
  private let history: HistoryRecorder?
  private let place: @Sendable (String) -> String?
  private var transports: [CertificateSource?: AsyncHTTPTransport] = [:]

  /// - Parameters:
  ///   - keepsTokens: whether tokens outlive this run.
  ///   - history: is given every exchange of every client.
  ///   - place: where a file's path is said that may be wrong; nil if whoever said it knows.
  init(
    transport: AsyncHTTPTransport.Configuration, tokens: TokenFiles, keepsTokens: Bool,
    asksForCompression: Bool = false, secrets: SecretReader = SecretReader(environment: [:]), sandbox: BuiltInSandbox,
    consents: HostConsents? = nil, history: HistoryRecorder? = nil,
    place: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    transportSettings = transport
    self.tokens = tokens
    self.keepsTokens = keepsTokens
    self.asksForCompression = asksForCompression
    self.secrets = secrets
    self.sandbox = sandbox
    self.consents = consents
    self.history = history
    self.place = place
  }

  /// - Parameters:
  ///   - configure: sets what the profile doesn't, such as who is told of exchanges.
  ///   - name: what the profile is called by now, which its exchanges are kept under; nil where that can't change.
  /// - Throws: `CertificateError`, or ``CommandFailure`` if the built-in sandbox can't start.
  func client(
    for profile: Profile, configure: (inout OpenPaymentsClient.Configuration) -> Void = { _ in },
    name: (@Sendable () -> String)? = nil
  ) async throws -> OpenPaymentsClient {
    let hosts = profile.abandonedHosts
    if let consents, !allowed.union(consents.read()).isSuperset(of: hosts) {
      throw ConsentNeeded(profile: profile.name, hosts: hosts)
    }
    var configuration = try await configuration(for: profile)
    configure(&configuration)
    if let history {
      let tell = configuration.onExchange
      configuration.onExchange = { exchange in
        history.record(exchange, as: name?() ?? profile.name)
        tell(exchange)
      }
    }
    return OpenPaymentsClient(configuration, transport: try await transport(showing: profile.certificate))
  }

  /// The client of the built-in sandbox's portal.
  ///
  /// - Parameter onExchange: is told of every call that does something.
  func portal(onExchange: @escaping @Sendable (Exchange) -> Void) async throws -> Portal {
    let address = try await sandbox.address()
    return Portal(
      at: try BaseURL(address.authURL), transport: try await transport(showing: nil),
      onExchange: { [history] exchange in
        history?.record(exchange, as: Profile.builtInSandboxName)
        onExchange(exchange)
      })
  }

  /// Why the portal keeps nothing for later runs; nil if it does, or wasn't started.
  func portalTrouble() async -> String? { await sandbox.trouble }

  /// What the profile's tokens are kept under; nil if they are kept nowhere.
  func tokenKey(of profile: Profile) async throws -> TokenKey? {
    guard let application = profile.application else { return nil }
    return profile.tokenKey(secret: try await secrets.secret(from: application.secret))
  }

  /// Until when the token is good that is kept for a profile; nil if there is none, or if it can't be known without
  /// running a command that may ask somebody.
  func keptToken(of profile: Profile) async -> Date? {
    if case .command? = profile.application?.secret { return nil }
    guard keepsTokens, let key = try? await tokenKey(of: profile) else { return nil }
    return tokens.kept(for: key)?.expiresAt
  }

  /// Asks for the profile's secret anew when it is needed next.
  func forgetSecret(of profile: Profile) async {
    if let source = profile.application?.secret { await secrets.forget(source) }
  }

  /// Lets secrets go to hosts that may have changed hands, in this run and, if that can be kept, in later ones.
  func allow(_ hosts: [String]) {
    allowed.formUnion(hosts)
    consents?.add(hosts)
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

  /// One transport for each certificate, so that no connection that shows one serves a profile that doesn't.
  private func transport(showing source: CertificateSource?) async throws -> AsyncHTTPTransport {
    if let transport = transports[source] { return transport }
    guard let source else { return try transport(transportSettings, of: nil) }
    var settings = transportSettings
    settings.clientCertificate = try await secrets.certificate(from: source)
    return try transport(settings, of: source)
  }

  private func transport(
    _ settings: AsyncHTTPTransport.Configuration, of source: CertificateSource?
  ) throws -> AsyncHTTPTransport {
    if let transport = transports[source] { return transport }
    do throws(CertificateError) {
      let made = try AsyncHTTPTransport(settings)
      transports[source] = made
      return made
    } catch {
      throw place(error.path).map { CommandFailure(.configuration, "\($0): \(error)") } ?? error
    }
  }
}
