/// What is wrong with a file: the first problems in words, and how many more there are.
public struct ProblemList<Problem> {
  public private(set) var first: [Problem] = []
  private var more = 0
  private let most: Int

  /// - Parameter most: how many are told one by one.
  public init(most: Int = 10) { self.most = most }

  public var isEmpty: Bool { first.isEmpty }
  public var count: Int { first.count + more }
  /// Whether what comes next is counted only, so that words for it need not be found.
  public var isFull: Bool { first.count >= most }

  public mutating func note(_ problem: @autoclosure () -> Problem) {
    if isFull { more += 1 } else { first.append(problem()) }
  }

  public mutating func note(_ problems: Self) {
    for problem in problems.first { note(problem) }
    more += problems.more
  }

  /// Words for those that aren't told, such as `and 89,990 more`; nil if all are.
  public var rest: String? {
    guard more > 0 else { return nil }
    let digits = Array(String(more))
    let grouped = digits.enumerated().map { position, digit in
      position > 0 && (digits.count - position) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }
    return "and \(grouped.joined()) more"
  }
}

extension ProblemList: Sendable where Problem: Sendable {}

extension ProblemList<ConfigurationError> {
  /// - Parameter path: the file's.
  public func all(in path: String) -> [ConfigurationError] {
    first + [rest.map { ConfigurationError("\(path): \($0)") }].compactMap { $0 }
  }
}
