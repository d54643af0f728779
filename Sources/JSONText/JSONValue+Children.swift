extension JSONValue {
  /// The members of an object in document order, duplicates included; none for any other value.
  public var members: Members {
    Members(index: index, node: node + 1, end: kind == .object ? index.closing(node) ?? 0 : 0)
  }

  /// The elements of an array; none for any other value.
  public var elements: Elements {
    Elements(index: index, node: node + 1, end: kind == .array ? index.closing(node) ?? 0 : 0)
  }

  /// How many members or elements it has. Takes a bounded number of steps.
  public var count: Int { index.childCount(node) }

  /// Whether it has neither members nor elements.
  public var isEmpty: Bool { index.closing(node).map { $0 == node + 1 } ?? true }

  /// The member's or element's value at a position, counted from 0; nil if there are fewer. Takes a bounded number of steps.
  public func child(at position: Int) -> JSONValue? {
    index.child(position, of: node).map { JSONValue(index: index, node: $0) }
  }

  /// The value of the member with this key, the last one where there are several; nil when there is none.
  public subscript(key: String) -> JSONValue? {
    var found: JSONValue?
    for member in members where key ~= member.key { found = member.value }
    return found
  }

  var isKey: Bool { index.tape[node].isKey }

  /// Keys and values of an object, one after the other.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    let index: JSONIndex
    var node: Int
    let end: Int

    public mutating func next() -> (key: JSONValue, value: JSONValue)? {
      guard node < end else { return nil }
      defer { node = index.next(node) }
      return (JSONValue(index: index, node: node), JSONValue(index: index, node: node + 1))
    }
  }

  /// The values of an array, one after the other.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    let index: JSONIndex
    var node: Int
    let end: Int

    public mutating func next() -> JSONValue? {
      guard node < end else { return nil }
      defer { node = index.next(node) }
      return JSONValue(index: index, node: node)
    }
  }
}
