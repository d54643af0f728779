import ArgumentParser
import ExplorerStorage
import OpenPayments

struct ProfilesAddCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a profile.",
    discussion: """
      One place for the secret is needed: --secret-stdin, --secret-file, --secret-env or --secret-command, whose words \
      follow it and end the line: opx profiles add acme --client-id ID --secret-command secret-tool lookup service opx. \
      On a terminal it is asked for if no place is given.
      """)

  @Argument(help: "Its name: letters, digits, dots, dashes and underscores.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "Where it calls: \(Preset.allCases.filter { $0 != .custom }.map(\.rawValue).joined(separator: ", ")).",
      valueName: "environment"), transform: OptionText.known)
  var environment: Preset?

  @Option(help: ArgumentHelp("In place of an environment: base of /connect/token.", valueName: "url"))
  var authURL: String?

  @Option(help: ArgumentHelp("In place of an environment: base of the API, without /psd2.", valueName: "url"))
  var apiURL: String?

  @Flag(name: .customLong("allow-http"), help: "Allow plain http to other machines.")
  var allowHTTP = false

  @Option(
    help: ArgumentHelp("psd2 or seed (default: the environment's).", valueName: "dialect"), transform: OptionText.known)
  var dialect: Dialect?

  @Option(help: ArgumentHelp("Client id of the application.", valueName: "id"), transform: OptionText.nonEmpty)
  var clientID: String?

  @Flag(help: "Read the secret from standard input, and keep it in a file of its own.")
  var secretStdin = false

  @Option(
    help: ArgumentHelp("The secret is in this file, which you alone can read.", valueName: "file"),
    transform: OptionText.nonEmpty)
  var secretFile: String?

  @Option(help: ArgumentHelp("The secret is in this environment variable.", valueName: "name"))
  var secretEnv: String?

  @Option(
    parsing: .remaining, help: ArgumentHelp("The secret is printed by this command.", valueName: "word"))
  var secretCommand: [String] = []

  @Option(help: ArgumentHelp("Scopes to ask for, separated by blanks.", valueName: "scopes"))
  var scope: String?

  @Option(
    help: ArgumentHelp("Colour: \(Accent.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "colour"),
    transform: OptionText.known)
  var accent: Accent?

  @Option(help: "Something to remember.")
  var notes = ""

  @Option(
    help: ArgumentHelp("Client certificate (PEM or PKCS#12).", valueName: "file"), transform: OptionText.nonEmpty)
  var clientCert: String?

  @Option(
    help: ArgumentHelp("Its private key (PEM), unless that is in the same file.", valueName: "file"),
    transform: OptionText.nonEmpty)
  var clientKey: String?

  @Option(help: ArgumentHelp("The certificate's passphrase is in this environment variable.", valueName: "name"))
  var clientCertPasswordEnv: String?

  @Flag(help: "Make it the default.")
  var `default` = false

  @Flag(help: "Take the place of the profile of this name.")
  var replace = false

  func validate() throws {
    let places = [secretStdin, secretFile != nil, secretEnv != nil, !secretCommand.isEmpty].filter { $0 }.count
    if places > 1 { throw ValidationError("the secret can come from one place only") }
    if environment == .custom || (environment == nil) == (authURL == nil || apiURL == nil) {
      throw ValidationError("give either --environment, or both --auth-url and --api-url")
    }
    if environment != nil, authURL != nil || apiURL != nil {
      throw ValidationError("--environment and addresses exclude each other")
    }
    if clientCert == nil, clientKey != nil || clientCertPasswordEnv != nil {
      throw ValidationError("--client-key and --client-cert-password-env need --client-cert")
    }
    if clientID == nil, environment != .builtInSandbox || places > 0 { throw ValidationError("--client-id is needed") }
    if let problem = secretEnv.flatMap({ SecretVariable.problem($0) }) {
      throw ValidationError("--secret-env \(problem)")
    }
    if let problem = clientCertPasswordEnv.flatMap({ SecretVariable.problem($0, isPassphrase: true) }) {
      throw ValidationError("--client-cert-password-env \(problem)")
    }
  }

  func run() async throws {
    let store = ProfileStore.standard
    let place = try place()
    // What can't be done is told before anybody has typed a secret for it.
    let isReplaced = try ProfileStore.changing { () throws(ConfigurationError) in
      try store.isReplacement(name, replace: replace)
    }
    let (source, secret) = try clientID == nil ? (nil, nil) : secretSource()
    let profile = Profile(
      name: name, environment: place,
      application: clientID.flatMap { id in source.map { Application(clientID: id, secret: $0) } },
      dialect: dialect ?? environment?.dialect ?? .psd2,
      scopes: scope.map { $0.split(separator: " ").map(String.init) },
      certificate: clientCert.map {
        CertificateSource(
          file: $0, keyFile: clientKey, passphrase: clientCertPasswordEnv.map { .variable($0) })
      }, accent: accent, notes: notes
    ).inWorkingFolder
    var list = try store.change(
      isReplaced ? .replace(name: name, with: profile, secret: secret) : .add(profile, secret: secret))
    let done = isReplaced ? "changed" : "added"
    if `default` {
      do throws(ConfigurationError) { list = try store.apply(.setDefault(name: name)) } catch {
        throw CommandFailure(.configuration, "\(name) was \(done), but is not the default: \(error)")
      }
    }
    list.tellProblems()
    StandardError.print("opx: \(done) \(name); opx profiles test \(name) tries it")
    if secretFile != nil || secret != nil {
      StandardError.print("opx: the secret lies in plain text; --secret-command with a keyring keeps it better")
    }
  }

  private func place() throws -> Profile.Environment {
    if let known = environment?.environment { return known }
    func address(_ option: String, _ text: String?) throws(CommandFailure) -> BaseURL {
      do throws(BaseURLError) { return try BaseURL(text ?? "", allowPlainHTTP: allowHTTP) } catch {
        throw CommandFailure(.usage, "\(option) \(error)")
      }
    }
    return .hosts(auth: try address("--auth-url", authURL), api: try address("--api-url", apiURL))
  }

  private func secretSource() throws -> (SecretSource, Secret?) {
    if let secretFile { return (.file(secretFile), nil) }
    if let secretEnv { return (.variable(secretEnv), nil) }
    if !secretCommand.isEmpty { return (.command(secretCommand), nil) }
    let secret = secretStdin ? try ConnectionOptions.standardInputSecret() : try SecretPrompt.ask()
    return (.given(secret), secret)
  }
}
