import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import Screens
import Terminal
import ViewModels

/// The explorer's commands and their keys, as they are on this machine.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the explorer's commands with their keys.",
    discussion: """
      $XDG_CONFIG_HOME/opx/keys.yaml gives commands other keys: a mapping of a command's name to a key or a list of keys, \
      such as  find: [f, <C-p>].
      """)

  @Flag(help: "Print a JSON array.")
  var json = false

  func run() throws {
    let (map, problems) = KeyMap.ofUser(Paths(environment: ProcessInfo.processInfo.environment))
    for problem in problems { StandardError.print("opx: \(problem)") }
    let rows = Command.allCases.map { KeyRow(command: $0, keys: map.keys(for: $0).map(\.description)) }
    let listing = Listing.keys
    let table = listing.table(rows)
    try StandardOutput.write(
      json ? listing.document(rows) : StandardOutput.isTerminal ? table.aligned : table.tabSeparated)
    if !problems.isEmpty { throw CommandFailure(.configuration, "some keys could not be given; the others are") }
  }
}
