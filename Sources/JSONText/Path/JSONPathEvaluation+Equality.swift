extension JSONPathEvaluation {
  /// Whether two values are equal through and through; members may come in any order, and of several with one name the
  /// last one counts.
  func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if left.node == right.node { return true }
    if left.kind == right.kind, left.bytes == right.bytes { return true }
    var pairs: [(JSONValue, JSONValue)] = []
    guard compare(left, right, pairs: &pairs) else { return false }
    while let (left, right) = pairs.popLast() {
      guard left.kind == .array ? addElements(left, right, to: &pairs) : addMembers(left, right, to: &pairs) else {
        return false
      }
    }
    return true
  }

  private func haveEqualContent(_ left: JSONValue, _ right: JSONValue) -> Bool {
    left.bytes == right.bytes || left.content == right.content
  }

  private func addElements(_ left: JSONValue, _ right: JSONValue, to pairs: inout [(JSONValue, JSONValue)]) -> Bool {
    guard left.count == right.count else { return false }
    var others = right.elements
    for element in left.elements {
      guard let other = others.next(), compare(element, other, pairs: &pairs) else { return false }
    }
    return true
  }

  private func addMembers(_ left: JSONValue, _ right: JSONValue, to pairs: inout [(JSONValue, JSONValue)]) -> Bool {
    let members = lastMembers(of: left)
    let others = lastMembers(of: right)
    guard members.count == others.count else { return false }
    for (name, value) in members {
      guard let other = others[name], compare(value, other, pairs: &pairs) else { return false }
    }
    return true
  }

  /// Compares two values; containers are added to `pairs`, to be compared later instead of by recursion.
  private func compare(_ left: JSONValue, _ right: JSONValue, pairs: inout [(JSONValue, JSONValue)]) -> Bool {
    guard step(), left.kind == right.kind else { return false }
    switch left.kind {
    case .null, .bool: return true
    case .number: return JSONPathNumber(left.bytes) == JSONPathNumber(right.bytes)
    case .string: return haveEqualContent(left, right)
    case .array, .object:
      pairs.append((left, right))
      return true
    }
  }

  /// Names as bytes, since equal strings may differ in their scalars.
  private func lastMembers(of object: JSONValue) -> [[UInt8]: JSONValue] {
    var members: [[UInt8]: JSONValue] = [:]
    for member in object.members {
      guard step() else { break }
      members[Array(member.key.content)] = member.value
    }
    return members
  }
}
