/// One evaluation of a query: its root, when it has to stop, and what it need not find out twice.
final class JSONPathEvaluation {
  let root: JSONValue
  /// Once this is set, iterators end and conditions mean nothing.
  private(set) var isStopped = false
  private let askIsStopped: () -> Bool
  private var stepsUntilAsked = 0
  /// Results of what does not depend on the node that a filter looks at, by the ids of queries and calls.
  private var constants: [Int: JSONPathResult] = [:]
  private var conditions: [Int: Bool] = [:]
  /// Patterns that came from the document; nil for one that is not well-formed or too large.
  private var patterns: [[UInt8]: IRegexp?] = [:]
  private static let maximumPatterns = 64

  init(root: JSONValue, isStopped: @escaping () -> Bool) {
    self.root = root
    askIsStopped = isStopped
  }

  /// Counts a small piece of work. Returns false when there shall be no more.
  func step() -> Bool {
    if stepsUntilAsked == 0 {
      stepsUntilAsked = 4096
      if !isStopped, askIsStopped() { isStopped = true }
    }
    stepsUntilAsked -= 1
    return !isStopped
  }

  func constant(_ id: Int, otherwise find: () -> JSONPathResult) -> JSONPathResult {
    if let known = constants[id] { return known }
    let result = find()
    constants[id] = result
    return result
  }

  func condition(_ id: Int, otherwise find: () -> Bool) -> Bool {
    if let known = conditions[id] { return known }
    let result = find()
    conditions[id] = result
    return result
  }

  func pattern(_ text: String) -> IRegexp? {
    let key = Array(text.utf8)
    if let known = patterns[key] { return known }
    if patterns.count == Self.maximumPatterns { patterns.removeAll() }
    let pattern = try? IRegexp(text)
    patterns[key] = .some(pattern)
    return pattern
  }
}

extension JSONPathEvaluation {
  /// The value of the last member with a name.
  func member(_ name: String, of value: JSONValue) -> JSONValue? {
    var found: JSONValue?
    for member in value.members {
      guard step() else { return nil }
      if name ~= member.key { found = member.value }
    }
    return found
  }

  /// The element at a position, counted from the end when negative.
  func element(_ position: Int, of value: JSONValue) -> JSONValue? {
    guard value.kind == .array, step() else { return nil }
    return value.child(at: position < 0 ? value.count + position : position)
  }
}
