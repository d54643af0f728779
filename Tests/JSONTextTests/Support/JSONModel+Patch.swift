import JSONText

/// What can be wrong with a patch.
struct UnusablePatch: Error {
  let operation: String
}

extension JSONModel {
  /// Applies a JSON Patch as RFC 6902 has it, written down and read again.
  func applying(_ patch: JSONOutput) throws -> JSONModel {
    let operations = JSONDocument(patch.utf8()).root.map { Array($0.elements) } ?? []
    var tree = self
    for operation in operations {
      let path = try Self.tokens(operation["path"]?.string, operation)
      let value = operation["value"].map(JSONModel.init)
      switch (operation["op"]?.string, value) {
      case ("add", let value?): try tree.add(value, path[...], operation)
      case ("remove", nil): _ = try tree.remove(path[...], operation)
      case ("replace", let value?):
        _ = path.isEmpty ? nil : try tree.remove(path[...], operation)
        try tree.add(value, path[...], operation)
      case ("move", nil):
        let moved = try tree.remove(try Self.tokens(operation["from"]?.string, operation)[...], operation)
        try tree.add(moved, path[...], operation)
      default: throw UnusablePatch(operation: operation.text)
      }
    }
    return tree
  }

  private static func tokens(_ pointer: String?, _ operation: JSONValue) throws -> [String] {
    guard let pointer, pointer.isEmpty || pointer.first == "/" else { throw UnusablePatch(operation: operation.text) }
    return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
        .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }
  }

  private mutating func add(_ value: JSONModel, _ path: ArraySlice<String>, _ operation: JSONValue) throws {
    guard let token = path.first else {
      self = value
      return
    }
    try change(token, operation, isLast: path.count == 1) { child in
      if path.count == 1 { child = value } else { try child?.add(value, path.dropFirst(), operation) }
    }
  }

  private mutating func remove(_ path: ArraySlice<String>, _ operation: JSONValue) throws -> JSONModel {
    var removed: JSONModel?
    guard let token = path.first else { throw UnusablePatch(operation: operation.text) }
    try change(token, operation, isLast: false) { child in
      if path.count == 1 {
        removed = child
        child = nil
      } else {
        removed = try child?.remove(path.dropFirst(), operation)
      }
    }
    guard let removed else { throw UnusablePatch(operation: operation.text) }
    return removed
  }

  /// - Parameter isLast: whether a list's item is put in before the one at this place.
  private mutating func change(
    _ token: String, _ operation: JSONValue, isLast: Bool, _ body: (inout JSONModel?) throws -> Void
  ) throws {
    switch self {
    case .object(var members):
      guard isLast || members[token] != nil else { throw UnusablePatch(operation: operation.text) }
      try body(&members[token])
      self = .object(members)
    case .array(var items):
      guard let position = Int(token), position >= 0, position < items.count + (isLast ? 1 : 0) else {
        throw UnusablePatch(operation: operation.text)
      }
      var item: JSONModel? = isLast ? nil : items.remove(at: position)
      try body(&item)
      if let item { items.insert(item, at: position) }
      self = .array(items)
    default: throw UnusablePatch(operation: operation.text)
    }
  }
}
