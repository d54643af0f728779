import JSONText
import TestRandomness

/// A JSON document as a value, for documents small enough for recursion: what it means, not how it is written.
enum JSONModel: Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONModel])
  case object([String: JSONModel])

  init(_ value: JSONValue) {
    self =
      switch value.kind {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .number: .number(value.text)
      case .string: .string(value.string ?? "")
      case .array: .array(value.elements.map(JSONModel.init))
      case .object:
        .object(
          Dictionary(
            value.members.map { ($0.key.string ?? "", JSONModel($0.value)) }, uniquingKeysWith: { $1 }))
      }
  }

  init(_ text: String) {
    self = JSONDocument(Array(text.utf8)).root.map(JSONModel.init) ?? .null
  }

  /// The order of keys is random, so that it can't be relied on.
  func text(_ random: inout SeededGenerator) -> String {
    switch self {
    case .null: return "null"
    case .bool(let flag): return "\(flag)"
    case .number(let text): return text
    case .string(let text): return JSONOutput.string(text).text()
    case .array(let items): return "[" + items.map { $0.text(&random) }.joined(separator: ", ") + "]"
    case .object(let members):
      let shuffled = members.sorted { $0.key < $1.key }.shuffled(using: &random)
      return "{" + shuffled.map { JSONOutput.string($0).text() + ":" + $1.text(&random) }.joined(separator: ",") + "}"
    }
  }
}
