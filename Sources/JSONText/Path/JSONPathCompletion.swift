/// Which member names may come next in a query that is being typed, or complete the one that has begun.
public struct JSONPathCompletion: Sendable, Equatable {
  public struct Candidate: Sendable, Equatable {
    /// The name itself.
    public let key: String
    /// What to put in place of ``JSONPathCompletion/range``: `.name`, after two dots `name`, `['a b']` and, where a
    /// bracket is typed already, `'a b']`.
    public let text: String
    /// How many of the members looked at have the name.
    public let count: Int
  }

  /// What of the text is to be replaced, in bytes of UTF-8; it reaches to the end.
  public let range: Range<Int>
  /// At most 50 names that begin with what is typed, then such that do so but for upper and lower case; of these the
  /// most frequent first, and those equally frequent as in the document.
  public let candidates: [Candidate]

  private static let maximumCandidates = 50

  /// - Parameters:
  ///   - text: what is typed, up to the cursor.
  ///   - root: what `$` stands for. Of a large document only a part is looked at.
  /// - Returns: nil where no name may stand at the end of the text.
  public init?(of text: String, in root: JSONValue) {
    var parser = JSONPathParser(text)
    _ = try? parser.parse()
    guard let name = parser.lastName else { return nil }
    range = name.start..<parser.bytes.count
    let typed = name.typed.lowercased()
    let counts = JSONPathNameCounts(name, in: root).inOrder.filter { $0.name.lowercased().hasPrefix(typed) }
    let sorted = counts.enumerated().sorted { left, right in
      let leftKey = (Self.isExact(left.element.name, name), left.element.count, -left.offset)
      let rightKey = (Self.isExact(right.element.name, name), right.element.count, -right.offset)
      return leftKey > rightKey
    }
    candidates = sorted.prefix(Self.maximumCandidates).map { _, each in
      Candidate(key: each.name, text: Self.spelling(of: each.name, as: name), count: each.count)
    }
  }

  private static func isExact(_ key: String, _ name: JSONPathParser.Name) -> Int {
    key.utf8.starts(with: name.typed.utf8) ? 1 : 0
  }

  private static func spelling(of key: String, as name: JSONPathParser.Name) -> String {
    let selector = JSONPathText.selector(key)
    let isShort = selector.hasPrefix(".")
    if name.isQuoted { return isShort ? "'\(key)']" : String(selector.dropFirst()) }
    return isShort && name.isDescendant ? key : selector
  }
}

/// How often each name occurs among the members that a query comes to, the first of them.
private struct JSONPathNameCounts {
  private(set) var inOrder: [(name: String, count: Int)] = []
  private var places: [[UInt8]: Int] = [:]
  private var membersLeft = 10_000
  /// Nobody wants to be offered a name that is longer.
  private static let maximumBytes = 1000

  init(_ name: JSONPathParser.Name, in root: JSONValue) {
    // Each is asked for after thousands of steps: together they take some milliseconds.
    var questionsLeft = 250
    let evaluation = JSONPathEvaluation(root: root) {
      questionsLeft -= 1
      return questionsLeft < 0
    }
    for parent in JSONPathNodes(name.parents, from: root, in: evaluation) {
      guard membersLeft > 0 else { return }
      add(parent)
      guard name.isDescendant else { continue }
      var descendants = JSONPathDescendants(of: parent)
      while membersLeft > 0, let descendant = descendants.next(in: evaluation) { add(descendant) }
    }
  }

  private mutating func add(_ object: JSONValue) {
    for member in object.members {
      guard membersLeft > 0 else { return }
      membersLeft -= 1
      if member.key.range.count <= Self.maximumBytes { count(member.key.string ?? "") }
    }
  }

  private mutating func count(_ name: String) {
    let place = places[Array(name.utf8)] ?? inOrder.count
    if place == inOrder.count {
      places[Array(name.utf8)] = place
      inOrder.append((name, 0))
    }
    inOrder[place].count += 1
  }
}
