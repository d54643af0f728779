public import HTTPTypes
import OpenPayments

/// A call by GET that somebody asks for in person: any path, as a new exchange.
public struct CallRequest: Sendable, Hashable {
  /// The most bytes of its answer: 1 GiB.
  public static let bodyLimit = 1 << 30

  /// Below the API's base URL, with the query, as it goes over the wire.
  public let path: String
  /// All header fields but the client's own; nil for those of the dialect.
  public let fields: HTTPFields?

  public init(path: String, fields: HTTPFields? = nil) {
    self.path = RequestTarget.encoded(path)
    self.fields = fields
  }
}

/// What became of a ``CallRequest``.
public enum CallOutcome: Sendable {
  /// Whatever its status.
  case answered(Inspection)
  case failed(LoadFailure)
}
