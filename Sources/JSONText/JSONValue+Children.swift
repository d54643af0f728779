extension JSONValue {
  /// The members of an object in document order, duplicates included; none for any other value.
  public var members: Members {
    Members(index: index, node: node + 1, end: index.firstByte(node) == UInt8(ascii: "{") ? index.next(node) : 0)
  }

  /// The elements of an array; none for any other value.
  public var elements: Elements {
    Elements(index: index, node: node + 1, end: index.firstByte(node) == UInt8(ascii: "[") ? index.next(node) : 0)
  }

  /// How many members or elements it has. Takes a step for each.
  public var count: Int {
    var count = 0
    var child = node + 1
    let end = isKey ? 0 : index.next(node)
    while child < end {
      count += 1
      child = index.next(child)
    }
    return count
  }

  /// Whether it has neither members nor elements.
  public var isEmpty: Bool { isKey || index.next(node) == node + 1 }

  /// The value of the member with this key, the last one where there are several; nil when there is none.
  public subscript(key: String) -> JSONValue? {
    var found: JSONValue?
    for member in members where key ~= member.key { found = member.value }
    return found
  }

  var isKey: Bool { index.isKey(node) }

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
