/// A JSON Patch (RFC 6902) that makes the right document of a comparison from the left one, the order of keys aside.
public struct JSONPatch: Sendable {
  public let operations: [Operation]

  public struct Operation: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case add(JSONValue)
      case replace(JSONValue)
      case remove
      /// - Parameter from: where the value is before.
      case move(from: String)
    }

    public let kind: Kind
    /// A JSON Pointer (RFC 6901).
    public let path: String
  }

  /// As much as the paths of all operations together may take beyond the size of the right document. Paths into deep
  /// documents are long, and there may be one for each level: then the patch replaces the whole.
  private static let pathLimit = 16 << 20

  public init(_ difference: JSONDifference) {
    var making = JSONPatchMaking(difference, pathLimit: Self.pathLimit + difference.right.bytes.count)
    if let operations = making.run() {
      self.operations = operations
    } else {
      operations = difference.right.root.map { [Operation(kind: .replace($0), path: "")] } ?? []
    }
  }

  /// The patch as JSON, values as they were received.
  public var json: JSONOutput { .array(operations.map(\.json)) }

  /// The same as pretty text, an operation at a time: for a patch whose text is better not held in memory as a whole.
  public var prettyPieces: some Sequence<[UInt8]> {
    (0...operations.count).lazy.map { position in
      let isEnd = position == operations.count
      let before = isEnd ? (position == 0 ? "[]" : "\n]") : (position == 0 ? "[\n  " : ",\n  ")
      return Array(before.utf8) + (isEnd ? [] : operations[position].json.utf8(pretty: true, depth: 1))
    }
  }
}

extension JSONPatch.Operation {
  var json: JSONOutput {
    switch kind {
    case .add(let value):
      .members(["op": "add", "path": .string(path), "value": .verbatim(Array(value.bytes))])
    case .replace(let value):
      .members(["op": "replace", "path": .string(path), "value": .verbatim(Array(value.bytes))])
    case .remove: .members(["op": "remove", "path": .string(path)])
    case .move(let from): .members(["op": "move", "from": .string(from), "path": .string(path)])
    }
  }
}

/// JSON Pointers (RFC 6901).
enum JSONPointer {
  /// A key as a part of a pointer.
  static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
    var escaped = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
