public import HTTPTypes
public import JSONText

/// Sends one request and brings back one answer: the seam between the client and the network.
///
/// A transport neither retries nor follows redirects, and adds no header of its own beyond what HTTP needs.
public protocol HTTPTransport: Sendable {
  /// - Parameter bodyLimit: the most bytes of a body to receive; one more is ``TransportFailure/Reason/tooLarge(limit:)``.
  /// - Throws: ``TransportFailure``, with what had arrived by then.
  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer

  /// The same, with somebody who is told on the way how much of the body has come.
  ///
  /// A transport that can't tell need not have it.
  func send(
    _ request: HTTPRequest, body: [UInt8], bodyLimit: Int, onReceived: @escaping ReceivedBytes
  ) async throws(TransportFailure) -> TransportAnswer
}

extension HTTPTransport {
  /// Sends without telling.
  public func send(
    _ request: HTTPRequest, body: [UInt8], bodyLimit: Int, onReceived: @escaping ReceivedBytes
  ) async throws(TransportFailure) -> TransportAnswer {
    try await send(request, body: body, bodyLimit: bodyLimit)
  }
}

/// Is told how many bytes of a body have come, and of how many where that was announced. Called often, from any thread.
public typealias ReceivedBytes = @Sendable (_ bytes: Int, _ expected: Int?) -> Void

/// What a transport received.
public struct TransportAnswer: Sendable, Hashable {
  /// Status and header fields.
  public var response: HTTPResponse
  /// The version that the status line begins with, such as `HTTP/1.1`; nil if the transport can't tell.
  public var httpVersion: String?
  /// The body's bytes as they came, still compressed if they were.
  public var body: [UInt8]
  /// When what happened, counted from the start of the call.
  public var phases: Phases
  /// What was found in the body while it came, if the transport looked.
  public var scanner: JSONScanner?

  /// The moments of a call that a transport can tell, each counted from the call's start.
  public struct Phases: Sendable, Hashable {
    /// Whether the call went over a connection kept from an earlier one; nil if the transport can't tell.
    public var reusedConnection: Bool?
    /// When the request was handed to its connection; nil if the transport can't tell.
    public var sent: Duration?
    /// When the answer's head was complete.
    public var head: Duration

    /// Moments counted from the call's start.
    public init(head: Duration = .zero, sent: Duration? = nil, reusedConnection: Bool? = nil) {
      self.head = head
      self.sent = sent
      self.reusedConnection = reusedConnection
    }
  }

  /// An answer as received.
  public init(
    response: HTTPResponse, httpVersion: String? = nil, body: [UInt8], phases: Phases = .init(),
    scanner: JSONScanner? = nil
  ) {
    self.response = response
    self.httpVersion = httpVersion
    self.body = body
    self.phases = phases
    self.scanner = scanner
  }

  /// Whether the same was received at the same moments.
  public static func == (left: TransportAnswer, right: TransportAnswer) -> Bool {
    left.response == right.response && left.httpVersion == right.httpVersion && left.body == right.body
      && left.phases == right.phases
  }

  /// By what was received.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(response)
    hasher.combine(body)
  }
}

/// Why a call brought no complete answer.
public struct TransportFailure: Error, Sendable, Hashable {
  /// What can go wrong between here and the server.
  public enum Reason: Sendable, Hashable {
    case hostNotFound
    case connectionRefused
    case noConnection(String)
    /// No connection, or not the next byte, within this time.
    case silent(Duration)
    /// The call as a whole took longer than this.
    case tooSlow(Duration)
    case untrustedCertificate(String)
    case tls(String)
    /// Something answered, but not in HTTP.
    case notHTTP
    /// Something answered in HTTP, but wrongly.
    case malformed(MalformedAnswer)
    /// The connection ended before the answer did.
    case cutShort
    case tooLarge(limit: Int)
    /// The proxy could not be reached. Begins with the variable that names it, as the next does.
    case proxy(String)
    /// The proxy would not lead on, or only for somebody it knows.
    case proxyRefused(String)
    case cancelled
    case other(String)
  }

  /// What went wrong.
  public var reason: Reason
  /// The head and bytes that arrived before.
  public var partial: TransportAnswer?

  /// A failure, with what had arrived before it.
  public init(_ reason: Reason, partial: TransportAnswer? = nil) {
    self.reason = reason
    self.partial = partial
  }
}
