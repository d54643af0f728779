public import FoundationEssentials
public import HTTPTypes

/// The one error of this library: what was tried, what came back, and what it means.
public struct OpenPaymentsError: Error, Sendable, Hashable {
  /// What an error comes down to.
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

  /// What it comes down to.
  public let kind: Kind
  /// What was tried; ``Operation/token`` if no token was to be had.
  public let operation: Operation
  /// The call that failed, or the last one before a cancellation; nil if none was made.
  public let exchange: Exchange?
  /// The platform's own words, with secrets masked.
  public let words: PlatformWords?
  /// When it was met, where that was after the call: nothing was called since.
  private(set) var toldAt: Date?

  /// The failed call's id, by which logs and exchanges tell it; in psd2 also its `X-Request-ID`.
  public var exchangeID: UUID? { exchange?.id }
  /// The request that failed, secrets masked.
  public var request: HTTPRequest? { exchange?.request }
  /// The head of the answer, if one came.
  public var response: HTTPResponse? { exchange?.response }
  /// The tries of the same call before the one that failed, in the order made.
  public var earlierTries: [Exchange] { exchange?.earlierTries ?? [] }

  /// An error of this kind, with the call that met it if one was made.
  public init(_ kind: Kind, operation: Operation, exchange: Exchange? = nil, words: PlatformWords? = nil) {
    self.kind = kind
    self.operation = operation
    self.exchange = exchange
    self.words = words
  }

  /// The same, met once more without a call.
  func told(at now: Date) -> OpenPaymentsError {
    var error = self
    error.toldAt = now
    return error
  }
}
