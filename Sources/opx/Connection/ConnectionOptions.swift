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
    try request().connection(needsAPI: needsAPI, standIn: standIn)
  }

  /// What is asked for; reads the secret from standard input if it is to come from there.
  func request() throws -> ConnectionRequest {
    ConnectionRequest(
      options: try options { try Self.standardInputSecret().reveal() }, profile: profile, isVerbose: verbose)
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

  /// What standard input holds; if that is a terminal, it is asked for and not shown.
  static func standardInputSecret() throws -> Secret {
    if SecretPrompt.canAsk { return try SecretPrompt.ask() }
    let bytes: [UInt8]?
    do throws(FileDescriptor.Failure) { bytes = try FileDescriptor.read(STDIN_FILENO, limit: SecretText.largest) } catch
    {
      throw CommandFailure(.configuration, "standard input can't be read: \(FileTrouble.words(error.number))")
    }
    let remedy = "pipe the secret alone to it, as one line"
    guard let bytes else {
      throw CommandFailure(.configuration, "standard input holds more than any secret has; \(remedy)")
    }
    do throws(ConfigurationError) { return try SecretText.secret(in: bytes, of: "standard input") } catch {
      throw CommandFailure(.configuration, "\(error); \(remedy)")
    }
  }
}
