import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import JSONText
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

/// A command and its keys.
struct KeyRow {
  let command: Command
  let keys: [String]
}

extension Listing<KeyRow> {
  static var keys: Self {
    Listing(
      titles: ["KEYS", "COMMAND", "GROUP", "WHAT IT DOES"],
      cells: { [$0.keys.joined(separator: " "), $0.command.name, $0.command.group.rawValue, $0.command.help] },
      json: { row in
        [
          "command": .string(row.command.name), "keys": .array(row.keys.map { .string($0) }),
          "group": .string(row.command.group.rawValue), "help": .string(row.command.help),
        ]
      })
  }
}

extension KeyMap {
  /// The standard keys with the user's own in their place, and what is wrong with those.
  static func ofUser(_ paths: Paths) -> (map: KeyMap, problems: [ConfigurationError]) {
    let (entries, problems) = KeyFile.read(paths.keysFile)
    let (map, conflicts) = KeyMap.standard.rebound(by: entries)
    return (map, problems + conflicts)
  }
}
