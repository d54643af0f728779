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

  @Argument(
    help: ArgumentHelp(
      "Place to begin at: country/city/BIC@profile, the last three of them if wanted, such as se/stockholm/HANDSESS.",
      valueName: "place"),
    transform: Self.address)
  var place: Address?

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var appearance: AppearanceOptions

  private static func address(_ text: String) throws -> Address {
    guard let address = Address(text) else {
      throw ValidationError(
        "there is no subcommand and no place \(text.prefix(40).debugDescription); a place is like se/stockholm/HANDSESS"
      )
    }
    return address
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let paths = Paths(environment: environment)
    CursesTerminal.prepareProcess(descriptions: paths.terminals)
    var options = connection
    if let profile = place?.profile {
      guard options.profile == nil || options.profile == profile else {
        throw CommandFailure(.usage, "the place is under \(profile), but --profile is \(options.profile ?? "")")
      }
      options.profile = profile
    }
    let connection = try options.connection(standIn: .forDefault)
    let appearance = try appearance.appearance(connection.settings, paths, environment)
    let status = try MainActor.assumeIsolated { try ExplorerSession(connection, appearance, place: place).run() }
    // The screen is given back by now; nobody waits for this but the shell.
    connection.waitForHistory()
    Glibc.exit(status)
  }
}
