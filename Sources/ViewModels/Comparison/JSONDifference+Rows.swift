import JSONText

extension JSONDifference {
  func rowOutline(_ position: Int) -> DifferenceRow.Outline {
    let row = outline(position)
    let isFoldable = row.change == .same && row.part == .whole
    return .init(
      change: Self.change(row.change, row.part, row.isMoved), number: row.number,
      noun: isFoldable ? row.isMember ? .member : .item : nil)
  }

  func row(_ position: Int) -> DifferenceRow {
    let row = self[position]
    let excerpt = Excerpt(
      row.change == .changed ? row.left?.bytes : nil, row.change == .changed ? row.right?.bytes : nil)
    return DifferenceRow(
      Self.change(row.change, row.part, row.isMoved), left: row.left.map { Self.line($0, row, excerpt) },
      right: row.right.map { Self.line($0, row, excerpt) })
  }

  private static func change(_ change: Row.Change, _ part: Row.Part, _ isMoved: Bool) -> DifferenceRow.Change {
    switch change {
    case .same: isMoved && part != .closing ? .moved : .same
    case .added: .added
    case .removed: .removed
    case .changed: .changed
    }
  }

  private static func line(_ value: JSONValue, _ row: Row, _ excerpt: Excerpt) -> Line {
    var pieces: [Line.Piece] = []
    if let key = row.key { pieces += [.init(key.text(maxBytes: Excerpt.limit), .key), .init(": ", .punctuation)] }
    switch row.part {
    case .whole: pieces += whole(value, excerpt)
    case .opening:
      pieces.append(.init(value.kind == .object ? "{" : "[", .punctuation))
      if row.change == .same { pieces += identity(value).map { [.init("  ", .muted)] + $0 } ?? [] }
    case .closing: pieces.append(.init(value.kind == .object ? "}" : "]", .punctuation))
    }
    let note = row.isMoved && row.part != .closing ? "moved" : nil
    return Line(pieces, indent: 2 * row.depth, note: note)
  }

  private static func whole(_ value: JSONValue, _ excerpt: Excerpt) -> [Line.Piece] {
    switch value.kind {
    case .object where value.isEmpty: [.init("{}", .punctuation)]
    case .array where value.isEmpty: [.init("[]", .punctuation)]
    case .object:
      [.init("{ ", .punctuation)] + (identity(value) ?? []) + [
        .init(identity(value) == nil ? "… }" : ", … }", .punctuation)
      ]
    case .array: [.init("[ … ]", .punctuation), .init("  \(value.count) item\(value.count == 1 ? "" : "s")", .muted)]
    case .string: [.init(excerpt.text(value.bytes), .string)]
    case .number: [.init(excerpt.text(value.bytes), .number)]
    case .bool, .null: [.init(excerpt.text(value.bytes), .literal)]
    }
  }

  /// What tells an object from others.
  private static func identity(_ value: JSONValue) -> [Line.Piece]? {
    value.identifier.map { [.init("\($0.key) ", .muted), .init($0.value.text(maxBytes: 200), .muted)] }
  }
}
