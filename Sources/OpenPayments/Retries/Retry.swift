import HTTPTypes

/// Decides after each try of one call whether it is made again, and after what wait.
struct Retry {
  private let policy: RetryPolicy
  private var made = 0
  private var waited: Duration = .zero

  init(_ policy: RetryPolicy) { self.policy = policy }

  /// Which try comes next, the first one being 1.
  var next: Int { made + 1 }

  /// - Parameter chance: from 0 up to 1; shortens the wait, so that callers that failed together don't come back together.
  /// - Returns: how long to wait before the next try; nil if there is none.
  mutating func wait(after exchange: Exchange, chance: Double) -> Duration? {
    made += 1
    let left = policy.longestWaiting - waited
    guard left > .zero, made < policy.tries, exchange.isWorthAnotherTry else { return nil }
    let doubled = policy.firstWait * (1 << min(made - 1, 20))
    let wait = max(min(doubled, left) * chance, exchange.retryDelay ?? .zero)
    guard wait <= left else { return nil }
    waited += wait
    return wait
  }
}

extension Exchange {
  fileprivate var isWorthAnotherTry: Bool {
    switch failure {
    case .hostNotFound, .connectionRefused, .noConnection, .cutShort: true
    case .some: false
    case nil: isBusy
    }
  }
}
