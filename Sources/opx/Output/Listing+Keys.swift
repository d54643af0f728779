import JSONText
import ViewModels

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
