extension BodyDifference {
  /// The rows as lines of text, one after the other: what differs with its sign, stretches of equal rows folded. What came
  /// from elsewhere is in it as it came.
  public var unifiedLines: some Sequence<String> {
    let rows = (try? FoldedRow.rows(count, isWide: false, outline)) ?? []
    return rows.lazy.map { line in
      if let folded = line.folded { return "  … \(folded.count) equal \(outline(line.row).noun?.rawValue ?? "row")s" }
      let row = row(line.row)
      switch line.side {
      case .both: return Self.text(row.right ?? row.left, row.change)
      case .left: return Self.text(row.left, .removed)
      case .right: return Self.text(row.right, .added)
      }
    }
  }

  private static func text(_ line: Line?, _ change: DifferenceRow.Change) -> String {
    guard let line else { return change.sign }
    let indent = String(repeating: " ", count: line.indent)
    return "\(change.sign) \(indent)\(line.pieces.map(\.text).joined())"
  }
}
