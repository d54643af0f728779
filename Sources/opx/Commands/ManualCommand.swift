import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import Screens
import Terminal
import ViewModels

/// The manual page, made of what the program knows of itself.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page (opx manual | man -l -).")

  func run() throws {
    let (map, _) = KeyMap.ofUser(Paths(environment: ProcessInfo.processInfo.environment))
    try StandardOutput.write(Array(Self.page(map).utf8))
  }

  static func page(_ map: KeyMap) -> String {
    var page = ManualPage(name: "opx", section: 1, title: "Open Payments Explorer")
    page.section("Name")
    page.text("opx - explore the Open Payments platform: countries, cities, banks and every exchange behind them")
    page.section("Synopsis")
    page.text("opx [PLACE] [OPTIONS]")
    page.text("opx SUBCOMMAND [OPTIONS]")
    page.section("Description")
    page.text(Program.discussion)
    page.section("Subcommands")
    for subcommand in Subcommands.all {
      page.item(subcommand.configuration.commandName ?? "", subcommand.configuration.abstract)
    }
    page.section("Settings")
    page.text("Each is an option, a variable and, unless it is secret, a name in config.yaml.")
    for setting in Setting.allCases {
      page.item(
        setting.variable,
        [setting.option, setting.isSecret ? nil : setting.rawValue].compactMap { $0 }.joined(separator: ", "))
    }
    page.section("Commands and keys")
    page.text("A command can be typed by its name after a colon, and found with the key of help.")
    for group in Command.Group.allCases {
      page.subsection(group.rawValue)
      for command in Command.allCases where command.group == group {
        let keys = map.keys(for: command).map(\.description).joined(separator: " ")
        page.item("\(keys)  (\(command.name))", command.help)
      }
    }
    page.section("Files")
    for (file, words) in [
      ("$XDG_CONFIG_HOME/opx/config.yaml", "Settings."), ("$XDG_CONFIG_HOME/opx/profiles.yaml", "Profiles."),
      ("$XDG_CONFIG_HOME/opx/keys.yaml", "Keys of one's own."),
      ("$XDG_CONFIG_HOME/opx/secrets/", "Secrets that were typed in, a file each."),
      ("$XDG_STATE_HOME/opx/", "The built-in sandbox's applications, marks, and where each profile was left."),
      ("$XDG_DATA_HOME/opx/history.sqlite", "The exchanges, without secrets."),
      ("$XDG_CACHE_HOME/opx/tokens/", "Tokens, until they expire."),
    ] { page.item(file, words) }
    return page.text
  }
}
