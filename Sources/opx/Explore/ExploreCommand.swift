import ArgumentParser
import CursesTerminal
import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments
import Screens
import ShippedThemes
import Terminal
import ViewModels

/// The explorer on the whole screen.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Explore on the whole screen (what opx does without a subcommand).")

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    CursesTerminal.prepareProcess()
    let connection = try connection.connection(standIn: .forDefault)
    let appearance = try appearance.appearance(ProcessInfo.processInfo.environment)
    let status = try MainActor.assumeIsolated { try ExplorerSession(connection, appearance).run() }
    // The screen is given back by now; nobody waits for this but the shell.
    connection.waitForHistory()
    Glibc.exit(status)
  }
}
