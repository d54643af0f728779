import ArgumentParser
import Glibc

/// The program. Its entry point is synchronous so that the explorer keeps the real main thread.
@main
struct Opx: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract:
      "The Open Payments Explorer: countries, cities and banks of the platform, and every exchange behind them.",
    discussion: Program.discussion,
    version: Program.version,
    subcommands: Subcommands.all,
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
