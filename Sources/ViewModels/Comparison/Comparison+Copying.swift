import JSONText

extension Comparison {
  /// What of the row under the cursor can be copied; of what both sides have, the right's.
  func clipping(_ target: CopyTarget) -> Clipping? {
    switch target {
    case .value:
      guard let value = value?.value else { return line.map { Clipping($0, "the line") } }
      return Clipping(value.string ?? value.text, path ?? "the value")
    case .key: return value?.key?.string.map { Clipping($0, "the key") }
    case .path: return value.map { Clipping($0.value.path, "the path") }
    default: return nil
    }
  }

  /// Why there is nothing of the kind to copy.
  static func missing(_ target: CopyTarget) -> Sentence {
    switch target {
    case .value: "There is nothing under the cursor to copy."
    case .key, .path: "Only a row of two JSON bodies has a key and a path."
    case .difference: "Nothing has been compared yet."
    default: "Two calls have no such thing in common: \(key: .quit) closes the comparison."
    }
  }

  private var line: String? {
    guard list.row != nil, case .row(let row) = list[list.cursor] else { return nil }
    return (row.right ?? row.left)?.pieces.map(\.text).joined()
  }
}
