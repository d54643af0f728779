public import FoundationEssentials

/// A call that failed and waits to be made again.
public struct RetryWait: Sendable, Hashable {
  /// The try that failed.
  public let exchange: Exchange
  /// Which try comes next, counted from 1, and how many there can be.
  public let nextTry: Int
  /// How many tries there can be.
  public let tries: Int
  /// When it is made, unless ``OpenPaymentsClient/retryNow()`` comes before.
  public let until: Date

  /// A wait after `exchange`.
  public init(exchange: Exchange, nextTry: Int, tries: Int, until: Date) {
    self.exchange = exchange
    self.nextTry = nextTry
    self.tries = tries
    self.until = until
  }

  /// Why the try failed, in a word or a few: `503`, `connection refused`.
  public var reason: String { exchange.failure?.words ?? exchange.status.map(String.init) ?? "no answer" }
}

/// A step in the life of a ``RetryWait``.
public enum RetryEvent: Sendable, Hashable {
  case began(RetryWait)
  /// The next try goes out, or the call was cancelled.
  case ended(RetryWait)
}
