public import FoundationEssentials

/// The one error of this library: what was tried, what came back, and what it means.
public struct OpenPaymentsError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// No answer: no connection, no trusted certificate, or silence.
    case unreachable(TransportFailure.Reason)
    /// An answer that can't be what was asked for.
    case unusable(UnusableAnswer)
    /// Wrong client id or secret, or credentials of another environment.
    case credentialsRefused
    /// The token endpoint grants no such scope.
    case scopeRefused
    /// The API did not take the token, even a new one.
    case tokenRefused
    /// The token's scope does not cover this call.
    case forbidden
    case notFound
    /// 408, 429, 502, 503 or 504; with the time to come back if the answer told it.
    case tryLater(at: Date?)
    /// Any other status from 400 to 499.
    case rejected
    /// Any other status from 500.
    case serverFault
    /// The operation does not exist in this dialect.
    case unsupported
    case cancelled
  }

  public let kind: Kind
  public let operation: Operation
  /// The call that failed; nil if none was made.
  public let exchange: Exchange?
  /// The platform's own words, with secrets masked.
  public let words: PlatformWords?

  public init(_ kind: Kind, operation: Operation, exchange: Exchange? = nil, words: PlatformWords? = nil) {
    self.kind = kind
    self.operation = operation
    self.exchange = exchange
    self.words = words
  }
}
