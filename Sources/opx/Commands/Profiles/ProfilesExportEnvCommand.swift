import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import OpenPayments

struct ProfilesExportEnvCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-env", abstract: "Print a profile as variables for other programs, with its secret.",
    discussion: "For example: eval \"$(opx profiles export-env acme)\"")

  @Argument(help: "The profile.")
  var name: String

  @Flag(help: "Print even to a terminal, where the secret can be seen.")
  var force = false

  func run() async throws {
    // Not by the variables of this environment, which may be those of the profile exported before.
    let catalogue = try ProfileCatalogue(
      Settings(options: [:], environment: [:], file: [:]), stored: ProfileStore.standard.read(), named: name)
    let profile = catalogue.chosen
    guard case .hosts(let auth, let api) = profile.environment, let application = profile.application else {
      throw CommandFailure(
        .usage,
        "\(name) is of the sandbox inside this program, which ends with each run; opx sandbox runs one that stays")
    }
    guard force || !StandardOutput.isTerminal else {
      throw CommandFailure(
        .usage, "this prints the secret: use it as eval \"$(opx profiles export-env \(name))\", or say --force")
    }
    let secret = try await SecretReader(environment: ProcessInfo.processInfo.environment).secret(
      from: application.secret)
    let variables: [(Setting, String)] = [
      (.authURL, auth.description), (.apiURL, api?.description ?? ""), (.clientID, application.clientID),
      (.clientSecret, secret.reveal()), (.scope, profile.scopes.joined(separator: " ")),
      (.dialect, profile.dialect.rawValue),
    ]
    if let (setting, _) = variables.first(where: { $0.1.utf8.contains(0) }) {
      throw CommandFailure(
        .configuration, "\(setting.variable) would hold a NUL, which no variable can; correct the profile \(name)")
    }
    let lines = variables.filter { !$0.1.isEmpty }.map { "export \($0.0.variable)=\(Shell.quoted($0.1))\n" }
    try StandardOutput.write(Array(lines.joined().utf8))
  }
}
