import ArgumentParser
import CursesTerminal
import ExplorerStorage
import FoundationEssentials
import Glibc

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Look at a JSON file, or any other, as the explorer shows bodies; calls nobody.")

  @Argument(help: "File of up to 1 GiB; - is standard input.")
  var file: String

  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let paths = Paths(environment: environment)
    CursesTerminal.prepareProcess(descriptions: paths.terminals)
    let input = try InputFile(file)
    if file == "-" { try takeKeysFromTerminal() }
    // Nobody is called, so nobody's credentials matter.
    let connection = try ConnectionRequest(options: [.history: "false"], profile: "sandbox").connection(
      environment: environment.filter { !Self.credentials.contains($0.key) }, isOnScreen: true)
    let appearance = try appearance.request.appearance(connection.settings, paths, environment)
    let ending = try MainActor.assumeIsolated {
      let wiring = ExplorerWiring(
        environment: environment, connection: connection, appearance: appearance, file: input)
      return try ExplorerSession(wiring: wiring).run()
    }
    ending.take()
  }

  private static let credentials: Set<String> = [
    "OPX_AUTH_URL", "OPX_API_URL", "OPX_CLIENT_ID", "OPX_CLIENT_SECRET", "OPX_PROFILE",
  ]

  /// Standard input is the file then, so keys come from where a terminal is asked for by name.
  private func takeKeysFromTerminal() throws(CommandFailure) {
    guard isatty(STDIN_FILENO) == 0 else {
      throw CommandFailure(.usage, "nothing is piped into standard input; name a file")
    }
    let terminal = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0, dup2(terminal, STDIN_FILENO) >= 0 else {
      throw CommandFailure(.usage, "there is no terminal to take keys from")
    }
    close(terminal)
  }
}
