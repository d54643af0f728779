import ArgumentParser
import OpenPayments
import Terminal

/// In which form a command prints its result.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print the body of the answer as it was received.")
  var raw = false

  func validate() throws {
    if json && raw { throw ValidationError("--json and --raw exclude each other") }
  }

  /// The result in the form asked for: by default a table on a terminal and tab-separated lines elsewhere.
  func print<Value, Rows>(
    _ answer: Answer<Value>, table: (Value) -> Table<Rows>, document: (Value) -> [UInt8]
  ) throws(CommandFailure) {
    let bytes: [UInt8]
    if raw {
      bytes = StandardOutput.isTerminal ? Self.visible(answer.exchange.body) : answer.exchange.body
    } else if json {
      bytes = document(answer.value)
    } else {
      let table = table(answer.value)
      bytes = StandardOutput.isTerminal ? table.aligned : table.tabSeparated
    }
    try StandardOutput.write(bytes)
  }

  func print<Item>(_ answer: Answer<[Item]>, as listing: Listing<Item>) throws(CommandFailure) {
    try print(answer, table: listing.table, document: listing.document)
  }

  /// A body for a terminal: its line breaks as they are, anything else a terminal would obey made visible.
  static func visible(_ body: [UInt8]) -> [UInt8] {
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let text = lines.map { VisibleText.visible(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\n")
    return Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
  }
}
