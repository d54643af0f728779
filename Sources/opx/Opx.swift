import ArgumentParser
import ExplorerStorage
import Glibc

/// The program. Its entry point is synchronous so that the explorer keeps the real main thread.
@main
struct Opx: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opx",
    abstract:
      "The Open Payments Explorer: countries, cities and banks of the platform, and every exchange behind them.",
    discussion: """
      Without a subcommand it opens on the whole screen. With nothing configured the built-in sandbox answers.

      Each setting is taken from its option, else from its variable \
      (\(Setting.allCases.map(\.variable).joined(separator: ", "))), else from $XDG_CONFIG_HOME/opx/config.yaml. \
      Proxies are taken from https_proxy, http_proxy, all_proxy and no_proxy.

      Exit status: 0 done, 1 different (diff), 64 wrong usage, 65 unusable answer, 69 unreachable or timed out, 74 output not written, \
      75 try again later, 77 credentials or scope refused, 78 wrong configuration. SIGINT, SIGTERM and SIGHUP end it as they end any \
      program once it has cleaned up, which shells show as 130, 143 and 129.
      """,
    version: "0.1.0",
    subcommands: [
      ExploreCommand.self, CountriesCommand.self, CitiesCommand.self, ASPSPsCommand.self, ASPSPCommand.self,
      GetCommand.self, OpenCommand.self, ExportCommand.self, HistoryCommand.self, DiffCommand.self, TokenCommand.self,
      ProfilesCommand.self, KeysCommand.self, ThemesCommand.self, ManualCommand.self, SandboxCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  static func main() {
    // Whoever started this program may ignore it, and then nobody is told how a child has ended.
    signal(SIGCHLD, SIG_DFL)
    StandardDescriptors.occupy()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      // Without arguments there is nothing to be parsed, and nobody should wait for it.
      if arguments.isEmpty { try Exploration().run() }
      try Subcommands.check(arguments)
      var command = try parseAsRoot(arguments)
      if let command = command as? any BackgroundCommand { BackgroundRun.run(command) }
      try command.run()
    } catch {
      if exitCode(for: error).isSuccess { tell(fullMessage(for: error)) }
      CommandFailure(error, arguments: arguments).exit()
    }
  }

  /// Prints what was asked for in place of work, such as help, and ends the program.
  private static func tell(_ message: String) -> Never {
    do throws(CommandFailure) { try StandardOutput.write(Array("\(message)\n".utf8)) } catch { error.exit() }
    Ending.status(0).take()
  }
}
