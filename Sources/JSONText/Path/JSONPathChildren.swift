/// The values in an object or array, one after the other; none in any other value.
struct JSONPathChildren: Sequence, IteratorProtocol {
  private var elements: JSONValue.Elements
  private var members: JSONValue.Members

  init(of value: JSONValue) {
    elements = value.elements
    members = value.members
  }

  mutating func next() -> JSONValue? { elements.next() ?? members.next()?.value }
}
