@testable import JSONText

/// What a tree has to show, found by walking through all of the document each time.
struct TreeModel {
  struct Value {
    let value: JSONValue
    let key: JSONValue?
    /// The position of the container around it.
    let parent: Int?
    let depth: Int
    /// The position after all that it holds.
    var end: Int
    let canFold: Bool
  }

  struct Row: Equatable {
    let position: Int
    let part: JSONLine.Part
  }

  /// All values in document order; a position is an index of this.
  let values: [Value]
  /// The positions of those at the outermost level; nil if that is the document's own value.
  let roots: [Int]?
  private let rootOfEach: [Int?]
  private(set) var folded: Set<Int> = []

  /// All of a document, nothing folded.
  init(_ document: JSONDocument) {
    values = Self.values(of: document)
    (roots, rootOfEach) = (nil, [])
  }

  /// Some values of it, at the outermost level unless they are inside another; folded if no other one is inside.
  init(_ whole: TreeModel, only selected: [Int]) {
    values = whole.values
    var roots: [Int] = []
    var rootOfEach = [Int?](repeating: nil, count: values.count)
    for position in selected {
      if let last = roots.last, position < values[last].end {
        folded.remove(last)
      } else {
        roots.append(position)
        for inside in position..<values[position].end { rootOfEach[inside] = position }
        if values[position].canFold { folded.insert(position) }
      }
    }
    (self.roots, self.rootOfEach) = (roots, rootOfEach)
  }

  private static func values(of document: JSONDocument) -> [Value] {
    var values: [Value] = []
    var pending: [(key: JSONValue?, value: JSONValue, parent: Int?)] = []
    if let root = document.root { pending = [(nil, root, nil)] }
    while let (key, value, parent) = pending.popLast() {
      let position = values.count
      let canFold = (value.kind == .object || value.kind == .array) && !(value.isEmpty && value.hasEnd)
      let depth = parent.map { values[$0].depth + 1 } ?? 0
      values.append(
        Value(value: value, key: key, parent: parent, depth: depth, end: position + 1, canFold: canFold))
      let members = value.members.map { (Optional($0.key), $0.value, Optional(position)) }
      pending += (members + value.elements.map { (nil, $0, position) }).reversed()
    }
    for position in values.indices.reversed() {
      if let parent = values[position].parent { values[parent].end = max(values[parent].end, values[position].end) }
    }
    return values
  }

  func rows() -> [Row] {
    var rows: [Row] = []
    for root in roots ?? Array(values.indices.prefix(1)) {
      var open: [Int] = []
      func close(before position: Int) {
        while let last = open.last, values[last].end <= position {
          if values[last].value.hasEnd { rows.append(Row(position: last, part: .closing)) }
          open.removeLast()
        }
      }
      var position = root
      while position < values[root].end {
        close(before: position)
        if !values[position].canFold {
          rows.append(Row(position: position, part: .whole))
          position += 1
        } else if folded.contains(position) {
          rows.append(Row(position: position, part: .folded))
          position = values[position].end
        } else {
          rows.append(Row(position: position, part: .opening))
          open.append(position)
          position += 1
        }
      }
      close(before: position)
    }
    return rows
  }

  // MARK: - Around a value

  /// The one of the outermost values that a value is in; nil if it is in none.
  func root(of position: Int) -> Int? { roots == nil ? 0 : rootOfEach[position] }

  func depth(_ position: Int) -> Int { values[position].depth - values[root(of: position) ?? 0].depth }

  func parent(_ position: Int) -> Int? { root(of: position) == position ? nil : values[position].parent }

  func next(_ position: Int) -> Int? {
    if root(of: position) == position { return roots?.first { $0 > position } }
    let next = values[position].end
    return values[position].parent.flatMap { next < values[$0].end ? next : nil }
  }

  func previous(_ position: Int) -> Int? {
    if root(of: position) == position { return roots?.last { $0 < position } }
    guard let parent = values[position].parent else { return nil }
    var before: Int?
    var child = parent + 1
    while child < position { (before, child) = (child, values[child].end) }
    return before
  }

  // MARK: - Folding

  mutating func fold(_ position: Int) -> Bool { values[position].canFold && folded.insert(position).inserted }
  mutating func unfold(_ position: Int) -> Bool { folded.remove(position) != nil }
  mutating func unfoldAll() { folded = [] }

  mutating func foldAll() {
    folded = Set(values.indices.filter { values[$0].canFold })
    if roots == nil { folded.remove(0) }
  }

  mutating func fold(toDepth depth: Int) {
    folded = Set(values.indices.filter { values[$0].canFold && root(of: $0) != nil && self.depth($0) == depth })
  }

  /// - Returns: whether it is among what the tree shows.
  mutating func reveal(_ position: Int) -> Bool {
    guard let root = root(of: position) else { return false }
    var around = values[position].parent
    while let container = around, container >= root {
      folded.remove(container)
      around = values[container].parent
    }
    return true
  }
}

extension JSONValue {
  /// False for an object or array whose closing bracket never came.
  fileprivate var hasEnd: Bool { (index.closing(node) ?? 0) < index.tape.firstMissing }
}
