import Terminal

/// Rows of text for people or for programs. A row is made each time it is needed, so that none has to be kept.
struct Table<Rows: Collection> where Rows.Element == [String] {
  let titles: [String]
  let rows: Rows

  /// For a terminal: titles, and columns aligned by display width. UTF-8.
  var aligned: [UInt8] {
    var widths = titles.map(DisplayWidth.of)
    for row in rows {
      for column in widths.indices { widths[column] = max(widths[column], DisplayWidth.of(row[column])) }
    }
    var bytes: [UInt8] = []
    func append(_ row: [String]) {
      for (column, cell) in row.enumerated() {
        bytes += VisibleText.visible(cell).utf8
        guard column < row.count - 1 else { continue }
        bytes.append(
          contentsOf: repeatElement(UInt8(ascii: " "), count: max(widths[column] - DisplayWidth.of(cell), 0) + 2))
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    append(titles)
    for row in rows { append(row) }
    return bytes
  }

  /// For a pipe: a line for each row, its cells separated by tabs. UTF-8.
  var tabSeparated: [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: "\t")) }
        bytes += VisibleText.visible(cell).utf8
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
