import ArgumentParser
import CursesTerminal
import Dispatch
import Glibc

/// A subcommand that waits for the network and not for keys.
protocol BackgroundCommand: AsyncParsableCommand, Sendable {}

/// Runs a subcommand and ends the program: with the command's own status, or after SIGINT, SIGTERM or SIGHUP of that signal.
///
/// Everything that ends the program happens on the main queue, so that only one end is possible.
@MainActor
final class BackgroundRun {
  /// How long a cancelled command may take to close what it has open.
  private static let grace: DispatchTimeInterval = .milliseconds(500)

  private var work: Task<Void, Never>?
  private var signals: SignalWatch?
  private var caught: Int32?

  nonisolated static func run(_ command: some BackgroundCommand) -> Never {
    MainActor.assumeIsolated {
      BackgroundRun().start(command)
      MainQueue.serve()
    }
  }

  private func start(_ command: some BackgroundCommand) {
    signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { self.interrupt($0) }
    work = Task { end(await Self.failure(of: command)) }
  }

  private func interrupt(_ signal: Int32) {
    guard caught == nil else { return }
    caught = signal
    signals?.letThrough()
    work?.cancel()
    DispatchQueue.main.asyncAfter(deadline: .now() + Self.grace) { Ending.signal(signal).take() }
  }

  private func end(_ failure: CommandFailure?) -> Never {
    if let caught { Ending.signal(caught).take() }
    failure?.exit()
    Ending.status(0).take()
  }

  private nonisolated static func failure(of command: some BackgroundCommand) async -> CommandFailure? {
    var command = command
    do {
      try await command.run()
      return nil
    } catch {
      return CommandFailure(error)
    }
  }
}
