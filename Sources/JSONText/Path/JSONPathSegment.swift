/// One step of a query: from each node it has come to, on to some of the children (RFC 9535, section 2.5).
struct JSONPathSegment: Sendable {
  /// Whether the children of everything below the node are meant, too.
  var isDescendant: Bool
  var selectors: [JSONPathSelector]

  /// Whether it leads to one node at most (RFC 9535, section 2.3.5.1).
  var isSingular: Bool {
    guard !isDescendant, selectors.count == 1 else { return false }
    switch selectors[0] {
    case .name, .index: return true
    case .wildcard, .slice, .filter: return false
    }
  }
}

/// Which children of a node are meant (RFC 9535, section 2.3).
enum JSONPathSelector: Sendable {
  case name(String)
  case wildcard
  /// Counted from the end when negative.
  case index(Int)
  case slice(JSONPathSlice)
  case filter(JSONPathFilter)
}
