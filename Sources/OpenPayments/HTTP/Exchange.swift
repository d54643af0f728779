public import FoundationEssentials
public import HTTPTypes

/// One request and what came of it: the record behind everything the client returns.
///
/// Secrets are masked: in the `Authorization` header, in a token request, in the token endpoint's answer, and wherever a
/// server echoes them (in the body of an API call if they are long enough, 16 bytes, not to be ordinary text). Every
/// other byte is as it went over the wire.
public final class Exchange: Sendable, Identifiable {
  /// In psd2 also the `X-Request-ID` that the call carried.
  public let id: UUID
  public let operation: Operation
  public let startedAt: Date
  public let request: HTTPRequest
  public let requestBody: [UInt8]
  /// The answer's head; nil if none arrived.
  public let response: HTTPResponse?
  /// The answer's bytes as received; with a ``failure``, those that arrived before it.
  public let body: [UInt8]
  /// Why there is no complete answer; nil if there is one.
  public let failure: TransportFailure.Reason?
  public let timings: Timings
  /// The call that fetched the token this one carried.
  public let tokenExchange: Exchange?

  public struct Timings: Sendable, Hashable {
    /// From the start of the call to the answer's head: connecting, sending and waiting, which can't be told apart.
    public let head: Duration?
    /// From the start of the call to the last byte, or to the failure.
    public let total: Duration

    public init(head: Duration?, total: Duration) {
      self.head = head
      self.total = total
    }
  }

  public init(
    id: UUID, operation: Operation, startedAt: Date, request: HTTPRequest, requestBody: [UInt8],
    response: HTTPResponse?, body: [UInt8], failure: TransportFailure.Reason?, timings: Timings,
    tokenExchange: Exchange?
  ) {
    self.id = id
    self.operation = operation
    self.startedAt = startedAt
    self.request = request
    self.requestBody = requestBody
    self.response = response
    self.body = body
    self.failure = failure
    self.timings = timings
    self.tokenExchange = tokenExchange
  }

  /// The status code, if an answer's head arrived.
  public var status: Int? { response?.status.code }

  /// The address called.
  public var url: String { "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")" }
}

extension Exchange: Hashable {
  public static func == (left: Exchange, right: Exchange) -> Bool { left === right }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// What a call is for.
public enum Operation: String, Sendable, Hashable, CaseIterable {
  case token, countries, country, cities, city, aspsps, aspsp
}
