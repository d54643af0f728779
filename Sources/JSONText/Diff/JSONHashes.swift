/// A number for every value and key of a document: equal for what means the same, and different, but for a chance of one
/// in 2⁶⁴, for what doesn't.
///
/// Members count in any order, the last one of each key alone; numbers by value; strings with their escapes resolved, but
/// nothing repaired: what is not Unicode is equal to itself alone.
/// Swift's hasher has another secret seed on every run, so a server can't make two values meet.
struct JSONHashes {
  private var hashes: [Int]
  /// Whether an object has a key more than once.
  private(set) var hasRepeatedKey = false

  /// A member or element of a container that is being read.
  private struct Child {
    let key: Int
    let hash: Int
  }

  private struct Container {
    let value: JSONValue
    /// The hash of the key before it.
    let key: Int
    var children: JSONChildren
    /// Where its children begin among those of all open containers.
    let start: Int
  }

  /// - Throws: when the task is cancelled.
  init(_ document: JSONDocument) throws(CancellationError) {
    hashes = Array(repeating: 0, count: document.nodeCount)
    guard let root = document.root else { return }
    var open: [Container] = []
    var children: [Child] = []
    var steps = CancellableSteps()
    func begin(_ value: JSONValue, key: Int) {
      open.append(Container(value: value, key: key, children: JSONChildren(of: value), start: children.count))
    }
    func end(_ value: JSONValue, key: Int, _ hash: Int) {
      hashes[value.node] = hash
      children.append(Child(key: key, hash: hash))
    }
    if root.isContainer { begin(root, key: 0) } else { end(root, key: 0, Self.scalar(root)) }
    while !open.isEmpty {
      try steps.next()
      if let (key, value) = open[open.count - 1].children.next() {
        let keyHash = key.map(Self.scalar) ?? 0
        if let key { hashes[key.node] = keyHash }
        if value.isContainer { begin(value, key: keyHash) } else { end(value, key: keyHash, Self.scalar(value)) }
      } else if let container = open.popLast() {
        let hash = hash(of: container.value, children[container.start...])
        children.removeSubrange(container.start...)
        end(container.value, key: container.key, hash)
      }
    }
  }

  subscript(value: JSONValue) -> Int { hashes[value.node] }

  private static func scalar(_ value: JSONValue) -> Int {
    var hasher = Hasher()
    let kind = value.kind
    hasher.combine(kind)
    switch kind {
    case .string:
      value.content.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .number:
      if let decimal = JSONDecimal(value.bytes) { hasher.combine(decimal) } else { hasher.combine(value.bytes) }
    case .object, .array, .null, .bool: break
    }
    return hasher.finalize()
  }

  private mutating func hash(of value: JSONValue, _ children: ArraySlice<Child>) -> Int {
    var hasher = Hasher()
    hasher.combine(value.kind)
    guard value.kind == .object else {
      hasher.combine(children.count)
      for child in children { hasher.combine(child.hash) }
      return hasher.finalize()
    }
    var (count, sum) = (0, 0)
    Self.forLastOfEachKey(children) { member in
      var hasher = Hasher()
      hasher.combine(member.key)
      hasher.combine(member.hash)
      count += 1
      // A sum, so that the order doesn't matter.
      sum &+= hasher.finalize()
    }
    if count < children.count { hasRepeatedKey = true }
    hasher.combine(count)
    hasher.combine(sum)
    return hasher.finalize()
  }

  private static func forLastOfEachKey(_ members: ArraySlice<Child>, _ body: (Child) -> Void) {
    guard members.count > 16 else {
      for (position, member) in zip(members.indices, members)
      where !members[(position + 1)...].contains(where: { $0.key == member.key }) {
        body(member)
      }
      return
    }
    var seen: Set<Int> = []
    for member in members.reversed() where seen.insert(member.key).inserted { body(member) }
  }
}
