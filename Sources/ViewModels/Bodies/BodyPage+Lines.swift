import JSONText

extension BodyPage {
  /// As much of one value as could ever be scrolled to.
  private static let valueLimit = 8192
  private static let previewLimit = 240

  func line(_ line: JSONLine) -> Line {
    var pieces: [Line.Piece] = []
    pieces.reserveCapacity(4)
    func append(_ text: String, _ role: Line.Role) {
      if search == nil { pieces.append(.init(text, role)) } else { pieces += marked(text, role) }
    }
    if line.isRoot {
      pieces += [.init(line.value.path(lastSteps: 24), .label), .init("  ")]
    } else if let key = line.key {
      append(key.text(maxBytes: Self.valueLimit), .key)
      pieces.append(.init(": ", .punctuation))
    }
    let text = line.text(maxBytes: line.part == .folded ? Self.previewLimit : Self.valueLimit)
    if line.part == .whole { append(text, line.role) } else { pieces.append(.init(text, line.role)) }
    if line.hasComma { pieces.append(.init(",", .punctuation)) }
    return Line(pieces, indent: 2 * line.depth, fold: line.fold, note: note(line))
  }

  /// How much a container holds.
  private func note(_ line: JSONLine) -> String? {
    let isArray = line.value.kind == .array
    guard line.part == .folded || line.part == .opening && isArray else { return nil }
    let count = line.value.count
    return "\(count) \(isArray ? "item" : "member")\(count == 1 ? "" : "s")"
  }

  /// A text in pieces, so that what was looked for stands out.
  func marked(_ text: String, _ role: Line.Role) -> [Line.Piece] {
    guard let search = search.flatMap({ JSONSearch($0.text) }) else { return [.init(text, role)] }
    var pieces: [Line.Piece] = []
    var rest = Substring(text)
    var position = 0
    for range in search.ranges(in: text) {
      pieces.append(.init(String(rest.prefix(range.lowerBound - position)), role))
      rest = rest.dropFirst(range.lowerBound - position)
      pieces.append(.init(String(rest.prefix(range.count)), .match))
      rest = rest.dropFirst(range.count)
      position = range.upperBound
    }
    return (pieces + [.init(String(rest), role)]).filter { !$0.text.isEmpty }
  }
}

extension JSONLine {
  fileprivate var fold: Line.Fold {
    switch part {
    case .opening: .open
    case .folded: .closed
    case .whole, .closing: .none
    }
  }

  fileprivate var role: Line.Role {
    if part == .folded { return .muted }
    return switch value.kind {
    case .object, .array: .punctuation
    case .string: .string
    case .number: .number
    case .bool, .null: .literal
    }
  }
}
