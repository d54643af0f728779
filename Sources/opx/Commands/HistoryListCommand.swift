import ArgumentParser
import ExplorerStorage

struct HistoryListCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List exchanges, newest first.")

  @OptionGroup var argument: HistoryQueryArgument

  @Option(help: ArgumentHelp("The most exchanges, 100 of a list and all of an archive.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write them to a new file in place of the list, whole, as an HTTP archive (HAR); - is standard output.",
      valueName: "file"),
    transform: ArchiveTarget.init)
  var har: ArchiveTarget?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
    if json, har != nil { throw ValidationError("--json and --har exclude each other") }
  }

  func run() async throws {
    let query = try argument.parsed()
    if let har { return try await HistoryArchive(target: har).write(query, count: limit) }
    let rows = try await HistoryStore.ask { try await $0.window(query, count: limit ?? 100).rows }
    if rows.isEmpty, tellNothing(query) { return }
    let listing: Listing<HistoryRow> = StandardOutput.isTerminal ? .shownExchanges : .exchanges
    let table = listing.table(rows)
    try StandardOutput.write(
      json ? listing.document(rows) : StandardOutput.isTerminal ? table.aligned : table.tabSeparated)
  }

  /// Says on a terminal that there is nothing, and wherever a subcommand or a word may have been meant, which.
  ///
  /// - Returns: whether no table is wanted any more.
  private func tellNothing(_ query: HistoryQuery) -> Bool {
    let isShown = StandardOutput.isTerminal && !json
    if let meant = argument.meant {
      StandardError.print("opx: no exchange has \"\(query.text)\"; did you mean \(meant)?")
    } else if isShown {
      StandardError.print(query.isEmpty ? "opx: no exchange is kept" : "opx: no exchange is like \(query.text)")
    }
    return isShown
  }
}
