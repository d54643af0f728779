/// The function extensions of RFC 9535, section 2.4.
enum JSONPathFunction: String, Sendable {
  case length, count, match, search, value

  /// The types of RFC 9535, section 2.4.1, as far as these functions take them.
  enum Parameter {
    case value, nodes
  }

  var parameters: [Parameter] {
    switch self {
    case .length: [.value]
    case .count, .value: [.nodes]
    case .match, .search: [.value, .value]
    }
  }

  /// Whether it is a condition by itself; otherwise it gives a value.
  var isCondition: Bool {
    switch self {
    case .match, .search: true
    case .length, .count, .value: false
    }
  }
}
