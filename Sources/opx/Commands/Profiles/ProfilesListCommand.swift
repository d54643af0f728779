import ArgumentParser
import ExplorerStorage

struct ProfilesListCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the profiles; * is in use.")

  @Flag(help: "Print a JSON array.")
  var json = false

  func run() async throws {
    let connection = try ConnectionRequest().connection(needsAPI: false, standIn: .always)
    connection.catalogue.stored.tellProblems()
    var rows: [ProfileRow] = []
    for profile in connection.catalogue.profiles { rows.append(await connection.row(profile)) }
    let listing = Listing.profiles
    let table = listing.table(rows)
    try StandardOutput.write(
      json ? listing.document(rows) : StandardOutput.isTerminal ? table.aligned : table.tabSeparated)
    if StandardOutput.isTerminal, !json {
      StandardError.print("opx: \(connection.catalogue.chosen.name) is \(connection.catalogue.choice.words)")
    }
  }
}
