import JSONText

/// The text of an ``HTTPArchive`` in pieces, of exchanges that need not be in memory together.
package struct HTTPArchiveText {
  /// Up to the entries, and what follows them.
  private let start: [UInt8]
  private let end: [UInt8]

  package init(_ creator: HTTPArchive.Creator) {
    let empty = JSONOutput.members([
      "log": .members([
        "version": "1.2", "creator": .members(["name": .string(creator.name), "version": .string(creator.version)]),
        "entries": [],
      ])
    ]).utf8(pretty: true)
    let bracket = empty.lastIndex(of: UInt8(ascii: "]")) ?? empty.endIndex
    (start, end) = (Array(empty[..<bracket]), Array(empty[bracket...]))
  }

  /// An exchange with all that comes between it and the one before.
  ///
  /// - Parameter position: how many there were before.
  package func entry(_ exchange: Exchange, at position: Int) -> [UInt8] {
    (position == 0 ? start : [UInt8(ascii: ",")]) + "\n      ".utf8
      + HTTPArchiveEntry(exchange).json.utf8(pretty: true, depth: 3)
  }

  /// - Parameter count: how many there were.
  package func end(after count: Int) -> [UInt8] { (count == 0 ? start : Array("\n    ".utf8)) + end }
}
