/// How often, and how patiently, a call is made again that met a failed connection or the statuses 429, 502, 503 or 504.
public struct RetryPolicy: Sendable, Hashable {
  /// The most tries, the first one counted.
  public var tries = 3
  /// The wait before the second try, at most; it doubles with every try, and chance shortens it.
  public var firstWait: Duration = .milliseconds(500)
  /// The most waiting before all tries of a call together. A `Retry-After` that asks for more ends the call at once.
  public var longestWaiting: Duration = .seconds(10)

  /// Three tries within ten seconds of waiting.
  public init() {}

  /// One try, whatever happens.
  public static let never: RetryPolicy = {
    var policy = RetryPolicy()
    policy.tries = 1
    return policy
  }()
}
