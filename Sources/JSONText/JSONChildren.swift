/// What a container holds, in document order: values, and in an object the keys before them.
struct JSONChildren: Sequence, IteratorProtocol {
  private var members: JSONValue.Members
  private var elements: JSONValue.Elements

  init(of container: JSONValue) {
    members = container.members
    elements = container.elements
  }

  mutating func next() -> (key: JSONValue?, value: JSONValue)? {
    if let (key, value) = members.next() { return (key, value) }
    return elements.next().map { (nil, $0) }
  }
}

extension JSONValue {
  var isContainer: Bool { kind == .object || kind == .array }
}

extension JSONDocument {
  /// The value or key at a place that a ``JSONValue`` of this document once had.
  func value(at node: UInt32) -> JSONValue { JSONValue(index: index, node: Int(node)) }
}
