/// How much of an answer has come, in bytes.
public struct ReceivedCount: Sendable, Hashable {
  public let count: Int
  /// Nil where the server didn't say.
  public let expected: Int?

  public init(count: Int, expected: Int?) {
    self.count = count
    self.expected = expected
  }
}
