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

  @Option(
    help: ArgumentHelp(
      "Colours: \(ShippedThemes.all.map(\.name).joined(separator: ", ")) (default: what suits the terminal).",
      valueName: "name"))
  var theme: ThemeArgument?

  func run() throws {
    CursesTerminal.prepareProcess()
    let connection = try connection.connection()
    let environment = ProcessInfo.processInfo.environment
    let usesColor = (environment["NO_COLOR"] ?? "").isEmpty
    let choice =
      theme ?? environment["OPX_THEME"].flatMap(ThemeArgument.init) ?? .suiting(environment, usesColor: usesColor)
    let theme = try Theme(yaml: choice.yaml)
    let status = try MainActor.assumeIsolated {
      try ExplorerSession(connection, theme: theme, usesColor: usesColor).run()
    }
    // The screen is given back by now; nobody waits for this but the shell.
    connection.waitForHistory()
    Glibc.exit(status)
  }
}

/// The name of a shipped theme.
struct ThemeArgument: ExpressibleByArgument {
  let yaml: String

  init?(argument: String) {
    guard let theme = ShippedThemes.all.first(where: { $0.name == argument }) else { return nil }
    yaml = String(decoding: theme.yaml, as: UTF8.self)
  }

  private init(_ index: Int) { yaml = String(decoding: ShippedThemes.all[index].yaml, as: UTF8.self) }

  /// Dark, unless the terminal says that its background is light (`COLORFGBG`) or there is no colour.
  static func suiting(_ environment: [String: String], usesColor: Bool) -> ThemeArgument {
    let background = environment["COLORFGBG"]?.split(separator: ";").last
    let name = !usesColor ? "monochrome" : background == "7" || background == "15" ? "light" : "dark"
    return ThemeArgument(argument: name) ?? ThemeArgument(0)
  }
}
