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
  func utf8<Value, Rows>(
    _ answer: Answer<Value>, table: (Value) -> Table<Rows>, document: (Value) -> [UInt8]
  ) -> [UInt8] {
    if raw { return answer.exchange.output() }
    if json { return document(answer.value) }
    let table = table(answer.value)
    return StandardOutput.isTerminal ? table.aligned : table.tabSeparated
  }

  /// - Parameter none: what is said in place of an empty table on a terminal: `no countries`.
  func utf8<Item>(_ answer: Answer<[Item]>, as listing: Listing<Item>, none: String) -> [UInt8] {
    if answer.value.isEmpty, StandardOutput.isTerminal, !raw, !json {
      StandardError.print("opx: \(none)")
      return []
    }
    return utf8(answer, table: listing.table, document: listing.document)
  }

  /// A body for a terminal: its line breaks as they are, anything else a terminal would obey made visible.
  static func visible(_ body: [UInt8]) -> [UInt8] {
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let text = lines.map { VisibleText.visible(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\n")
    return Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
  }
}
