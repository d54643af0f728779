import JSONText

extension JSONValue {
  private static let mostItems = 1_000_000
  private static let mostMembers = 10_000

  /// The items of a list answer: the named member of the top-level object, or a bare array.
  ///
  /// A list that is null is empty and one that is a single object has one item. An answer without its list is unusable,
  /// not empty.
  func list(_ name: String, or otherName: String? = nil) throws(UnusableAnswer) -> [JSONValue] {
    let list: JSONValue
    switch kind {
    case .array: list = self
    case .object:
      if self["tppMessages"] != nil { throw .messages }
      guard let member = self[name] ?? otherName.flatMap({ self[$0] }) else {
        throw .unexpected("the answer has no \"\(name)\"")
      }
      list = member
    default: throw .unexpected("expected an object with \"\(name)\", found \(kind.article)")
    }
    switch list.kind {
    case .null: return []
    case .object: return [list]
    case .array: break
    default: throw .unexpected("\"\(name)\" is \(list.kind.article), not a list")
    }
    let count = list.count
    guard count <= Self.mostItems else { throw .tooManyValues }
    var items: [JSONValue] = []
    items.reserveCapacity(count)
    for item in list.elements where item.kind != .null {
      guard item.kind == .object else { throw .unexpected("\"\(name)\" holds \(item.kind.article) among its items") }
      guard item.count <= Self.mostMembers else { throw .tooManyValues }
      items.append(item)
    }
    return items
  }

  /// A detail answer: an object that has at least the member that names it.
  func detail(_ name: String) throws(UnusableAnswer) -> JSONValue {
    guard kind == .object else { throw .unexpected("expected an object with \"\(name)\", found \(kind.article)") }
    if self["tppMessages"] != nil { throw .messages }
    guard count <= Self.mostMembers else { throw .tooManyValues }
    guard self[name]?.scalarText != nil else { throw .unexpected("the answer has no \"\(name)\"") }
    return self
  }
}
