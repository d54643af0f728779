public import OpenPayments

/// Everything that is known under one profile in this run. Nothing of it is ever shown under another.
public struct Session: Sendable, Equatable {
  public internal(set) var directory = Directory()
  /// How its token stands; nil as long as nothing is known of it.
  public internal(set) var token: TokenStatus?
  public internal(set) var tokenRecord = TokenRecord()
  /// Calls that wait to be made again.
  var retries: [PendingRetry] = []
  public internal(set) var calls = Calls()
  /// Whether it may be called in this run although it asks first.
  var isAgreedTo = false

  /// Calls made since the profile is in use, and how long the last one took.
  public struct Calls: Sendable, Hashable {
    public internal(set) var count = 0
    public internal(set) var lastDuration: Duration?
  }

  var waits: [RetryWait] { retries.map(\.wait) }

  /// Takes in what became of the token.
  ///
  /// - Returns: what to say to somebody who looks at it.
  mutating func take(_ news: TokenNews) -> Sentence? {
    switch news {
    case .obtained(let report): (tokenRecord.report, tokenRecord.failure, tokenRecord.check) = (report, nil, nil)
    case .dropped: (tokenRecord.report, tokenRecord.check) = (nil, nil)
    case .failed(let failure): tokenRecord.failure = failure
    case .checked(let report, let result): tokenRecord.finishCheck(of: report, result)
    case .renewed(let failure):
      tokenRecord.isRenewing = false
      if let failure, tokenRecord.failure == nil { tokenRecord.failure = failure }
      return failure == nil ? "This is a new token." : "No new token could be had."
    case .forgotten(let failure):
      if failure == nil { token = nil }
      return failure.map { "\($0.message) \($0.suggestion)" } ?? "Forgotten, also where it was kept."
    }
    return nil
  }
}
