import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// Where to call and as whom, as far as somebody says for this run; without a word the settings decide.
struct ConnectionRequest {
  var options: [Setting: String] = [:]
  var profile: String?
  var isVerbose = false

  /// What the options, the environment and the settings file together amount to.
  ///
  /// - Parameters:
  ///   - needsAPI: false if only a token is wanted.
  ///   - standIn: where the built-in sandbox may take the place of the profile that is meant.
  ///   - isOnScreen: whether what there is to be told meanwhile has its place there, not on standard error.
  func connection(
    needsAPI: Bool = true, standIn: StandIn = .never,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    isOnScreen: Bool = false
  ) throws -> Connection {
    let paths = Paths(environment: environment)
    let settings = Settings(options: options, environment: environment, file: try SettingsFile.read(paths.settingsFile))
    let locks = LockWatch(tell: isOnScreen ? nil : StandardError.tell)
    let store = ProfileStore.ofUser(environment, onLock: locks.note)
    let stored = store.read()
    let catalogue: ProfileCatalogue
    do {
      catalogue = try self.catalogue(settings, stored, environment, needsAPI: needsAPI)
    } catch  where standIn == .always {
      StandardError.print(CommandFailure(error).line)
      catalogue = try ProfileCatalogue(Settings(options: [:], environment: [:], file: [:]), stored: stored)
    }
    if standIn == .never, let fault = catalogue.fault { throw fault }
    var transport = AsyncHTTPTransport.Configuration()
    transport.timeout = try settings.timeout()
    transport.caFile = settings[.caFile]
    transport.clientCertificate = settings.clientCertificate
    transport.proxies = ProxySettings(environment: environment)
    let consents = HostConsents(path: paths.hostConsents)
    let history = try HistorySettings(settings)
    let recorder = HistoryRecorder(
      store: HistoryStore(path: paths.history, settings: history), settings: history, run: UUID())
    let tokens = TokenFiles(folder: paths.tokens, onLock: locks.note, onTrouble: tellingOnce())
    return Connection(
      settings: settings, catalogue: catalogue,
      clients: ClientFactory(
        transport: transport, tokens: tokens,
        keepsTokens: try settings.isOn(.tokenCache, otherwise: true),
        asksForCompression: try settings.isOn(.compressed, otherwise: false),
        secrets: SecretReader(environment: environment),
        sandbox: BuiltInSandbox(folder: paths.sandbox, onLock: locks.note),
        consents: consents, history: recorder, place: settings.place(of:)),
      history: recorder, profiles: store, uses: ProfileUses(path: paths.profileUses), consents: consents,
      guideProgress: GuideProgressFile(path: paths.guideProgress), places: PlacesFile(path: paths.places),
      paths: paths, locks: locks, isVerbose: isVerbose)
  }

  /// Tells who wants to know it on standard error why tokens are not kept, the first time.
  private func tellingOnce() -> @Sendable (OwnFileError) -> Void {
    guard isVerbose else { return { _ in } }
    let told = ToldOnce()
    return { problem in told.print("opx: the token is not kept as usual: \(problem)") }
  }

  private func catalogue(
    _ settings: Settings, _ stored: ProfileList, _ environment: [String: String], needsAPI: Bool
  ) throws -> ProfileCatalogue {
    let (name, rule) = named(environment)
    try rejectContradiction(name, rule, environment)
    let catalogue = try ProfileCatalogue(settings, stored: stored, named: name, by: rule, needsAPI: needsAPI)
    let chosen = catalogue.chosen
    if let dialect = options[.dialect], dialect != chosen.dialect.rawValue,
      [.option, .variable, .standard].contains(catalogue.choice)
    {
      throw CommandFailure(
        .usage,
        "\(catalogue.choice.name) \(chosen.name) and --dialect \(dialect) exclude each other; leave one of them out")
    }
    return catalogue
  }

  /// The profile asked for by name, if any, and by what.
  private func named(_ environment: [String: String]) -> (String?, ProfileChoice) {
    if let profile { return (profile, .option) }
    let name = environment[ProfileChoice.variableName]?.withoutByteOrderMark
    return (name == "" ? nil : name, .variable)
  }

  /// A profile by name and the parts of another one can't both be meant.
  func rejectContradiction(
    _ name: String?, _ rule: ProfileChoice, _ environment: [String: String]
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
}
