import ArgumentParser
import ExplorerStorage

struct HistoryListCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List exchanges, newest first.")

  @OptionGroup var argument: HistoryQueryArgument

  @Option(help: ArgumentHelp("The most exchanges to list.", valueName: "number"))
  var limit = 100

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() async throws {
    let query = try argument.parsed()
    let rows = try await HistoryStore.ask { try await $0.window(query, count: limit).rows }
    let listing: Listing<HistoryRow> = StandardOutput.isTerminal ? .shownExchanges : .exchanges
    let table = listing.table(rows)
    try StandardOutput.write(
      json ? listing.document(rows) : StandardOutput.isTerminal ? table.aligned : table.tabSeparated)
  }
}
