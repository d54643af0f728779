import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments

/// Where to call and as whom, as far as the command line says.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Address of the token endpoint's host, such as https://auth.example.", valueName: "url"),
    transform: OptionText.address)
  var authURL: String?

  @Option(
    help: ArgumentHelp("Address of the API's host, such as https://api.example.", valueName: "url"),
    transform: OptionText.address)
  var apiURL: String?

  @Option(help: ArgumentHelp("Client id of the application.", valueName: "id"), transform: OptionText.nonEmpty)
  var clientID: String?

  @Flag(help: "Read the client secret from standard input.")
  var clientSecretStdin = false

  @Option(
    help: ArgumentHelp("Scopes to ask for, separated by blanks.", valueName: "scopes"), transform: OptionText.nonEmpty)
  var scope: String?

  @Option(
    help: ArgumentHelp("Form of the API: psd2 (default) or seed.", valueName: "dialect"), transform: OptionText.dialect)
  var dialect: String?

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp("Certificate authorities (PEM) to trust besides the system's.", valueName: "file"),
    transform: OptionText.nonEmpty)
  var caFile: String?

  @Option(
    help: ArgumentHelp("Longest wait to connect, and for the next byte (default: 10).", valueName: "seconds"),
    transform: OptionText.seconds)
  var timeout: String?

  @Flag(name: .customLong("allow-http"), help: "Allow plain http to other machines; for tests only.")
  var allowHTTP = false

  @Option(
    help: ArgumentHelp(
      "Certificate to show to the server, as production asks for (PEM or PKCS#12; passphrase in OPX_CLIENT_CERT_PASSWORD).",
      valueName: "file"), transform: OptionText.nonEmpty)
  var clientCert: String?

  @Option(
    help: ArgumentHelp("Its private key (PEM), unless that is in the same file.", valueName: "file"),
    transform: OptionText.nonEmpty)
  var clientKey: String?

  @Flag(help: "Ask for compressed answers (psd2 only).")
  var compressed = false

  @Option(
    help: ArgumentHelp("Keep tokens for later runs: true (default) or false.", valueName: "choice"),
    transform: OptionText.choice)
  var tokenCache: String?

  @Option(
    help: ArgumentHelp("Keep exchanges in the history: true (default) or false.", valueName: "choice"),
    transform: OptionText.choice)
  var history: String?

  @Flag(name: .shortAndLong, help: "Tell every request and answer on standard error, secrets masked.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "Who answers: sandbox, sandbox-seed, environment, or a profile of profiles.yaml.", valueName: "name"),
    transform: OptionText.nonEmpty)
  var profile: String?

  /// What the options, the environment and the settings file together amount to.
  ///
  /// - Parameters:
  ///   - needsAPI: false if only a token is wanted.
  ///   - standIn: where the built-in sandbox may take the place of the profile that is meant.
  func connection(needsAPI: Bool = true, standIn: StandIn = .never) throws -> Connection {
    let environment = ProcessInfo.processInfo.environment
    let paths = Paths(environment: environment)
    let options = try options(secret: Self.standardInputSecret)
    let settings = Settings(options: options, environment: environment, file: try SettingsFile.read(paths.settingsFile))
    let store = ProfileStore(path: paths.profilesFile, secrets: paths.secrets)
    let stored = store.read()
    var catalogue = Result { try self.catalogue(settings, stored, options, environment, needsAPI: needsAPI) }
    if standIn == .always, case .failure(let error) = catalogue {
      StandardError.print(CommandFailure(error).line)
      catalogue = Result { try ProfileCatalogue(Settings(options: [:], environment: [:], file: [:]), stored: stored) }
    }
    if standIn == .never, let fault = try catalogue.get().fault { throw fault }
    var transport = AsyncHTTPTransport.Configuration()
    transport.timeout = try settings.timeout()
    transport.caFile = settings[.caFile]
    transport.clientCertificate = settings.clientCertificate
    transport.proxies = try ProxySettings(environment: environment)
    let consents = HostConsents(path: paths.hostConsents)
    let history = try HistorySettings(settings)
    let recorder = HistoryRecorder(
      store: HistoryStore(path: paths.history, settings: history), settings: history, run: UUID())
    return Connection(
      settings: settings, catalogue: try catalogue.get(),
      clients: ClientFactory(
        transport: transport, tokens: TokenFiles(folder: paths.tokens),
        keepsTokens: try settings.isOn(.tokenCache, otherwise: true),
        asksForCompression: try settings.isOn(.compressed, otherwise: false),
        secrets: SecretReader(environment: environment), sandbox: BuiltInSandbox(folder: paths.sandbox),
        consents: consents, history: recorder),
      history: recorder, profiles: store, uses: ProfileUses(path: paths.profileUses), consents: consents,
      guideProgress: GuideProgressFile(path: paths.guideProgress), places: PlacesFile(path: paths.places),
      isVerbose: verbose)
  }

  private func catalogue(
    _ settings: Settings, _ stored: ProfileList, _ options: [Setting: String], _ environment: [String: String],
    needsAPI: Bool
  ) throws -> ProfileCatalogue {
    let (name, rule) = named(environment)
    try rejectContradiction(name, rule, options: options, environment: environment)
    let catalogue = try ProfileCatalogue(settings, stored: stored, named: name, by: rule, needsAPI: needsAPI)
    let chosen = catalogue.chosen
    if let dialect, dialect != chosen.dialect.rawValue, [.option, .variable, .standard].contains(catalogue.choice) {
      throw CommandFailure(
        .usage,
        "\(catalogue.choice.name) \(chosen.name) and --dialect \(dialect) exclude each other; leave one of them out")
    }
    return catalogue
  }

  /// The settings given as options.
  func options(secret: () throws -> String) throws -> [Setting: String] {
    var options: [Setting: String] = [:]
    options[.authURL] = authURL
    options[.apiURL] = apiURL
    options[.clientID] = clientID
    options[.clientSecret] = clientSecretStdin ? try secret() : nil
    options[.scope] = scope
    options[.dialect] = dialect
    options[.caFile] = caFile
    options[.timeout] = timeout
    options[.allowHTTP] = allowHTTP ? "1" : nil
    options[.tokenCache] = tokenCache
    options[.history] = history
    options[.clientCert] = clientCert
    options[.clientKey] = clientKey
    options[.compressed] = compressed ? "1" : nil
    return options
  }

  /// The profile asked for by name, if any, and by what.
  func named(_ environment: [String: String]) -> (String?, ProfileChoice) {
    if let profile { return (profile, .option) }
    let name = environment[ProfileChoice.variableName].flatMap { $0.isEmpty ? nil : $0 }
    return (name, .variable)
  }

  /// A profile by name and the parts of another one can't both be meant.
  func rejectContradiction(
    _ name: String?, _ rule: ProfileChoice, options: [Setting: String], environment: [String: String]
  ) throws(CommandFailure) {
    guard let name, name != Profile.environmentName else { return }
    let given = Setting.connection.compactMap { setting -> String? in
      if options[setting] != nil { return setting.option }
      return environment[setting.variable].flatMap { $0.isEmpty ? nil : setting.variable }
    }
    guard given.isEmpty else {
      throw CommandFailure(
        .usage,
        """
        \(rule.name) \(name) and \(given.joined(separator: ", ")) exclude each other; leave one of them out, \
        or ask for \(rule.name) \(Profile.environmentName)
        """)
    }
  }

  static func standardInputSecret() throws -> String {
    let bytes = FileDescriptor.read(STDIN_FILENO, limit: 65_536)
    let line = bytes.map { String(decoding: $0, as: UTF8.self).prefix { !$0.isNewline } } ?? ""
    guard !line.isEmpty else {
      throw CommandFailure(
        .configuration, "no client secret on standard input; write it there, followed by a line break")
    }
    return String(line)
  }
}
