/// The work of turning a comparison into operations.
///
/// Containers come in document order, and each has its members and items brought to their places before anything inside
/// of them changes. So every path is one of the right document, but for those of items on their way. A pointer is Unicode:
/// where a member changes whose key isn't, the object is replaced as a whole.
struct JSONPatchMaking {
  private let difference: JSONDifference
  private let pathLimit: Int
  private var pathSize = 0
  private var containers: [Container] = []
  private var operations: [JSONPatch.Operation] = []

  /// A container that differs inside.
  private struct Container {
    let parent: Int?
    /// Its key or its position on the right.
    let token: String
    let isList: Bool
    var children: [Child] = []
    /// How many of them the right has.
    var rightCount = 0
    /// Its position among the children of the parent.
    var position = 0
    /// Whether it is replaced as a whole, or something around it is.
    var isReplaced = false
  }

  private struct Child {
    let row: Int
    /// Its position among the right's.
    let place: Int
    /// The row of what comes in the place of a value of another kind.
    var replacement: Int?
  }

  init(_ difference: JSONDifference, pathLimit: Int) {
    self.difference = difference
    self.pathLimit = pathLimit
  }

  /// - Returns: nil if the paths would take more than the limit.
  mutating func run() -> [JSONPatch.Operation]? {
    collect()
    for container in containers.indices where pathSize <= pathLimit && !isReplaced(container) {
      if containers[container].isList { arrange(container) } else { changeMembers(container) }
      replaceValues(container)
    }
    return pathSize <= pathLimit ? operations : nil
  }

  private mutating func isReplaced(_ container: Int) -> Bool {
    // What is around it comes before it.
    if let parent = containers[container].parent, containers[parent].isReplaced {
      containers[container].isReplaced = true
    }
    return containers[container].isReplaced
  }

  /// Finds the containers that differ and what stands in each of them. The first one holds the root.
  private mutating func collect() {
    containers.append(Container(parent: nil, token: "", isList: false))
    var open = [0]
    for row in difference.entries.indices {
      let entry = difference.entries[row]
      guard let container = open.last, Int(entry.depth) == open.count - 1, entry.part != .closing else {
        if entry.part == .closing, entry.change == .same { open.removeLast() }
        continue
      }
      add(row, to: container)
      guard entry.change == .same, entry.part == .opening else { continue }
      let place = containers[container].rightCount - 1
      containers.append(
        Container(
          parent: container, token: containers[container].isList ? String(place) : key(of: row),
          isList: difference.left.value(at: entry.left).kind == .array,
          position: containers[container].children.count - 1))
      open.append(containers.count - 1)
    }
  }

  private mutating func add(_ row: Int, to container: Int) {
    let entry = difference.entries[row]
    let place = containers[container].rightCount
    if entry.right != JSONDifference.Entry.nothing { containers[container].rightCount += 1 }
    if let last = containers[container].children.last, entry.change == .added,
      difference.entries[last.row].change == .removed, difference.entries[last.row].number == entry.number
    {
      containers[container].children.removeLast()
      containers[container].children.append(Child(row: last.row, place: place, replacement: row))
    } else {
      containers[container].children.append(Child(row: row, place: place))
    }
    if entry.change != .same || entry.part != .whole, difference[row].key?.isUnicode == false { replace(container) }
  }

  private mutating func replace(_ container: Int) {
    guard !containers[container].isReplaced, let parent = containers[container].parent else { return }
    let position = containers[container].position
    containers[container].isReplaced = true
    containers[parent].children[position].replacement = containers[parent].children[position].row
  }
}

// MARK: - Operations

extension JSONPatchMaking {
  private func change(_ child: Child) -> JSONDifference.Row.Change {
    child.replacement == nil ? difference.entries[child.row].change : .changed
  }

  private mutating func changeMembers(_ container: Int) {
    for child in containers[container].children {
      switch change(child) {
      case .removed: append(.remove, path(to: key(of: child.row), in: container))
      case .added: append(.add(value(onRightOf: child.row)), path(to: key(of: child.row), in: container))
      case .same, .changed: break
      }
    }
  }

  private mutating func replaceValues(_ container: Int) {
    for child in containers[container].children where change(child) == .changed {
      let token = containers[container].isList ? String(child.place) : key(of: child.row)
      append(.replace(value(onRightOf: child.replacement ?? child.row)), path(to: token, in: container))
    }
  }

  /// Takes items out of a list, moves others and puts new ones in, one after the other. The slots are all the places
  /// where an item is at first or at last; how many before one are taken is the position at that moment.
  private mutating func arrange(_ container: Int) {
    let children = containers[container].children
    guard children.contains(where: { needsSlot($0) }) else { return }
    let moved = children.indices.filter { difference.entries[children[$0].row].isMoved }
      .sorted { difference.entries[children[$0].row].left < difference.entries[children[$1].row].left }
    var slots: [(child: Int, isTaken: Bool)] = []
    var oldSlots: [Int: Int] = [:]
    var nextMoved = moved[...]
    func addOldSlots(before left: UInt32) {
      while let child = nextMoved.first, difference.entries[children[child].row].left < left {
        oldSlots[child] = slots.count
        slots.append((-1, true))
        nextMoved.removeFirst()
      }
    }
    for (position, child) in children.enumerated() {
      let entry = difference.entries[child.row]
      if entry.left != JSONDifference.Entry.nothing, !entry.isMoved { addOldSlots(before: entry.left) }
      slots.append((position, change(child) != .added && !entry.isMoved))
    }
    addOldSlots(before: .max)
    var taken = TakenSlots(slots.map(\.isTaken))
    for (slot, (position, _)) in slots.enumerated() where position >= 0 {
      if change(children[position]) == .removed {
        append(.remove, path(to: String(taken.count(before: slot)), in: container))
        taken.set(slot, false)
      } else if change(children[position]) == .added {
        let value = value(onRightOf: children[position].row)
        append(.add(value), path(to: String(taken.count(before: slot)), in: container))
        taken.set(slot, true)
      } else if let old = oldSlots[position] {
        let from = taken.count(before: old)
        taken.set(old, false)
        let place = taken.count(before: slot)
        taken.set(slot, true)
        guard from != place else { continue }
        append(.move(from: path(to: String(from), in: container)), path(to: String(place), in: container))
      }
    }
  }

  private func needsSlot(_ child: Child) -> Bool {
    switch change(child) {
    case .added, .removed: true
    case .same, .changed: difference.entries[child.row].isMoved
    }
  }

  private mutating func append(_ kind: JSONPatch.Operation.Kind, _ path: String) {
    pathSize += path.utf8.count
    guard pathSize <= pathLimit else { return }
    operations.append(.init(kind: kind, path: path))
  }

  private func path(to token: String, in container: Int) -> String {
    guard container > 0, pathSize <= pathLimit else { return "" }
    var tokens = [token]
    var next = container
    while let parent = containers[next].parent, parent > 0 {
      tokens.append(containers[next].token)
      next = parent
    }
    return tokens.reversed().map { "/" + $0 }.joined()
  }

  private func key(of row: Int) -> String {
    difference[row].key?.string.map(JSONPointer.escaped) ?? ""
  }

  private func value(onRightOf row: Int) -> JSONValue {
    difference.right.value(at: difference.entries[row].right)
  }
}
