import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import Screens
import ViewModels

/// The themes there are, and what is wrong with them.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes there are, or check theme files.",
    discussion: """
      The user's own themes are files in $XDG_CONFIG_HOME/opx/themes: styles by role as in those of opx, or base16 and \
      base24 schemes as they are. What can't be used of them is told on standard error by file and line; the rest can.
      """)

  @Argument(help: ArgumentHelp("Theme files to check in place of the list.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print a JSON array.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let themes = ThemeFiles(folder: Paths(environment: environment).themes, contrast: Theme.standardContrast)
    let entries = try files.isEmpty ? themes.library().entries : checked(by: themes)
    for problem in entries.flatMap(\.problems) { StandardError.print("opx: \(problem)") }
    let listing = Listing.themes
    let table = listing.table(entries)
    try StandardOutput.write(
      json ? listing.document(entries) : StandardOutput.isTerminal ? table.aligned : table.tabSeparated)
    if entries.contains(where: { !$0.problems.isEmpty }) {
      throw CommandFailure(.configuration, "some of a theme could not be used; the rest is")
    }
  }

  /// Each of the files, whatever the others are called; it may inherit from those of other names.
  private func checked(by themes: ThemeFiles) throws -> [ThemeEntry] {
    let sources = try files.map(ThemeFiles.source(named:))
    return sources.compactMap { source in
      let others = sources.filter { $0.name != source.name }
      return themes.library(of: [source] + others).ownEntries.first
    }
  }
}
