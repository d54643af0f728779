import JSONText
import OpenPayments

extension Inspection {
  /// As much of one value as could ever be scrolled to.
  private static let valueLimit = 8192

  var bodyLineCount: Int {
    switch body {
    case .none: 1
    case .json(let outline, let document): outline.count + (document.error == nil ? 0 : 1)
    case .text(let lines): lines.count
    }
  }

  func bodyLine(_ position: Int) -> Line {
    switch body {
    case .none: Line(exchange.noBodyWords, .muted)
    case .text(let lines): Line(lines[position])
    case .json(let outline, let document):
      position < outline.count
        ? Self.line(outline[position])
        : Line("⚠ not JSON from here on: \(document.error?.description ?? "")", .bad)
    }
  }

  private static func line(_ line: JSONLine) -> Line {
    var pieces: [Line.Piece] = []
    if let key = line.key { pieces += [.init(key.text(maxBytes: valueLimit), .key), .init(": ", .punctuation)] }
    pieces.append(.init(line.text(maxBytes: valueLimit), role(line)))
    if line.hasComma { pieces.append(.init(",", .punctuation)) }
    let count = line.part == .opening ? line.value.count : 0
    let noun = line.value.kind == .array ? "item" : "member"
    return Line(
      pieces, indent: 2 * line.depth,
      note: count > 0 && line.value.kind == .array ? "\(count) \(noun)\(count == 1 ? "" : "s")" : nil)
  }

  private static func role(_ line: JSONLine) -> Line.Role {
    switch line.value.kind {
    case .object, .array: .punctuation
    case .string: .string
    case .number: .number
    case .bool, .null: .literal
    }
  }
}
