public import FoundationEssentials
public import HTTPTypes
public import JSONText

/// One request and what came of it: the record behind everything the client returns.
///
/// Secrets are masked: in the `Authorization` header, in a token request, in the token endpoint's answer, in whatever
/// carries them by its name, such as a `code` in a URL, and wherever and however a server echoes them (in the body of an
/// API call if they are long enough, 8 bytes, not to be ordinary text, or a whole JSON string). Every other byte is as it went over the wire.
/// Of a good token answer that can't be read no body is kept.
///
/// In a body that is in UTF-16 or another known character set they are found in its text, and masked in that character set;
/// what was no character of it is one in such a body, U+FFFD.
///
/// A body whose compression can't be undone (``codingProblem``) is searched for secrets as it was received, and so is
/// whatever could be read of it. Where that finds some in what was read, and where an answer may hold secrets that are
/// known only once it is read (of the token endpoint, of a sandbox's portal and sign-in), nothing of it is kept. What no
/// search can see is a secret that a server echoes in a coding unknown to this library, which it never asks for.
public final class Exchange: Sendable, Identifiable {
  /// In psd2 also the `X-Request-ID` that the call carried.
  public let id: UUID
  /// What the call was for.
  public let operation: Operation
  /// When it began, by the wall clock.
  public let startedAt: Date
  /// The request's head, with credentials masked.
  public let request: HTTPRequest
  /// The request's bytes, with the client secret masked.
  public let requestBody: [UInt8]
  /// The answer's head; nil if none arrived. Its reason phrase is the one received, and empty where that isn't known.
  public let response: HTTPResponse?
  /// The version that the answer's first line began with, such as `HTTP/1.1`; nil where it isn't known.
  public let httpVersion: String?
  /// The answer's bytes as received, decompressed if they came compressed; with a ``failure``, those that arrived
  /// before it, and with a ``codingProblem`` just as they came.
  public let body: [UInt8]
  /// Why ``body`` is still compressed, or is not although the answer says so; nil where there is nothing wrong.
  public let codingProblem: UnusableAnswer?
  /// The structure of ``body``; nil where it does not even begin like JSON in UTF-8, and for the token endpoint's answers.
  public let document: JSONDocument?
  /// How many bytes the body has or, where it was not kept, had.
  public let bodyLength: Int
  /// The bytes as received where they came compressed and ``body`` is what they meant. Not kept where they could hold a
  /// secret that ``body`` masks.
  public let encodedBody: [UInt8]?
  /// Why there is no complete answer; nil if there is one.
  public let failure: TransportFailure.Reason?
  /// When what happened.
  public let timings: Timings
  /// The call that fetched the token this one carried.
  public let tokenExchange: Exchange?
  /// The try before this one, where this is a call made again.
  public let previousTry: Exchange?

  /// The moments of a call, each counted from its start.
  public struct Timings: Sendable, Hashable {
    /// When the call had its turn, since only so many go to one host at a time.
    public let turn: Duration
    /// When the request was handed to its connection; until then name, TCP and TLS, which can't be told apart. nil if it
    /// never was, or if the transport can't tell.
    public let sent: Duration?
    /// Whether that connection was kept from an earlier call.
    public let reusedConnection: Bool?
    /// When the answer's head was complete; nil if it never was.
    public let head: Duration?
    /// When the last byte had arrived, or the call failed.
    public let total: Duration

    /// Moments counted from the call's start.
    public init(
      turn: Duration = .zero, sent: Duration? = nil, reusedConnection: Bool? = nil, head: Duration?, total: Duration
    ) {
      self.turn = turn
      self.sent = sent
      self.reusedConnection = reusedConnection
      self.head = head
      self.total = total
    }
  }

  /// A record of a call; what is secret in it has to be masked already.
  ///
  /// - Parameter bodyLength: how many bytes the body had where it was not kept; nil for those of `body`, and never fewer.
  public init(
    id: UUID, operation: Operation, startedAt: Date, request: HTTPRequest, requestBody: [UInt8],
    response: HTTPResponse?, httpVersion: String? = nil, body: [UInt8], bodyLength: Int? = nil,
    encodedBody: [UInt8]? = nil, codingProblem: UnusableAnswer? = nil, document: JSONDocument? = nil,
    failure: TransportFailure.Reason?, timings: Timings, tokenExchange: Exchange?, previousTry: Exchange? = nil
  ) {
    self.id = id
    self.operation = operation
    self.startedAt = startedAt
    self.request = request
    self.requestBody = requestBody
    self.response = response
    self.httpVersion = httpVersion
    self.body = body
    self.document = document
    self.bodyLength = max(bodyLength ?? 0, body.count)
    self.encodedBody = encodedBody
    self.codingProblem = codingProblem
    self.failure = failure
    self.timings = timings
    self.tokenExchange = tokenExchange
    self.previousTry = previousTry
  }

  private init(withoutBodyOf whole: Exchange) {
    id = whole.id
    operation = whole.operation
    startedAt = whole.startedAt
    request = whole.request
    requestBody = whole.requestBody
    response = whole.response
    httpVersion = whole.httpVersion
    body = []
    document = nil
    bodyLength = whole.bodyLength
    encodedBody = nil
    codingProblem = whole.codingProblem
    failure = whole.failure
    timings = whole.timings
    tokenExchange = whole.tokenExchange
    previousTry = whole.previousTry
  }

  /// The same exchange without the answer's body, of which the length remains.
  public func withoutBody() -> Exchange { Exchange(withoutBodyOf: self) }

  /// The status code, if an answer's head arrived.
  public var status: Int? { response?.status.code }

  /// The tries before this one, in the order made.
  public var earlierTries: [Exchange] {
    var tries: [Exchange] = []
    var earlier = previousTry
    while let exchange = earlier {
      tries.append(exchange)
      earlier = exchange.previousTry
    }
    return tries.reversed()
  }

  /// The address called.
  public var url: String { "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")" }
}

extension Exchange: Hashable {
  /// Whether they are one and the same call.
  public static func == (left: Exchange, right: Exchange) -> Bool { left === right }
  /// By identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// What a call is for.
public enum Operation: String, Sendable, Hashable, CaseIterable {
  case token, countries, country, cities, city, aspsps, aspsp
  /// What the token's issuer publishes: where its keys are, and the keys. Carries no token.
  case discovery, keys
  /// Something of a sandbox's portal, and a user's sign-in to an application. Neither is of the platform's API.
  case portal, signIn = "signin"
  /// Any other path of the API (``OpenPaymentsClient/get(_:fields:bodyLimit:)``).
  case get

  /// Whether it is a call of the API, made with a token; the others go to the auth address.
  public var isAPICall: Bool { ![.token, .discovery, .keys, .portal, .signIn].contains(self) }
}
