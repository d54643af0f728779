import AsyncHTTPClient
public import HTTPTypes
import NIOCore
import NIOPosix
import NIOSSL

/// The transport over AsyncHTTPClient: HTTP/1.1 with keep-alive, no redirects, no retries, nothing decompressed.
///
/// A cancelled call closes its connection.
public final class AsyncHTTPTransport: HTTPTransport {
  /// How to connect. What is not set is as a program wants it that talks to the platform directly.
  public struct Configuration: Sendable {
    /// The longest wait to connect, and the longest silence before the next byte.
    public var timeout: Duration = .seconds(10)
    /// A whole call ends after this many times ``timeout``.
    public var totalTimeoutFactor = 20
    /// The most connections to one host, of all clients that share the transport. A call that finds none free waits, and
    /// that counts as silence; ``OpenPaymentsClient/Configuration/callsPerHost`` lets calls wait before, without counting.
    public var connectionsPerHost = 64
    /// Certificate authorities (PEM) to trust besides the system's.
    public var caFile: String?
    /// What to show to servers that ask who calls, as production does.
    public var clientCertificate: ClientCertificate?
    /// Ways around for hosts that can't be reached directly; none unless told.
    public var proxies = ProxySettings()

    /// Everything as it is unless told otherwise.
    public init() {}
  }

  private let configuration: Configuration
  private let notes = CallNotes()
  private let direct: HTTPClient
  private let proxied: [ProxySettings.Proxy: HTTPClient]

  /// - Throws: ``CertificateError`` if the CA file or the client certificate can't be used.
  public init(_ configuration: Configuration = .init()) throws(CertificateError) {
    self.configuration = configuration
    var settings = HTTPClient.Configuration(configuration, notes)
    settings.tlsConfiguration = try TLSConfiguration.client(configuration)
    direct = HTTPClient(eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: settings)
    var proxied: [ProxySettings.Proxy: HTTPClient] = [:]
    for proxy in configuration.proxies.all {
      settings.proxy = proxy.setting
      proxied[proxy] = HTTPClient(eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: settings)
    }
    self.proxied = proxied
  }

  deinit {
    Task { [clients = [direct] + proxied.values] in
      for client in clients { try? await client.shutdown() }
    }
  }

  /// Sends one request, through a proxy where one is set for its host.
  public func send(
    _ request: HTTPRequest, body: [UInt8], bodyLimit: Int
  ) async throws(TransportFailure) -> TransportAnswer {
    try await send(request, body: body, bodyLimit: bodyLimit) { _, _ in }
  }

  /// Sends one request, and tells how much of its answer has come.
  public func send(
    _ request: HTTPRequest, body content: [UInt8], bodyLimit: Int, onReceived: @escaping ReceivedBytes
  ) async throws(TransportFailure) -> TransportAnswer {
    let proxy = try proxy(for: request)
    // An HTTP proxy leads on what needs no secrecy itself; anything else goes through a tunnel.
    let forwarder = request.scheme == "http" && proxy?.kind == .http ? proxy : nil
    let client = forwarder == nil ? proxy.flatMap { proxied[$0] } ?? direct : direct
    let limit = configuration.timeout * configuration.totalTimeoutFactor
    let start = NIODeadline.now()
    let deadline = start + TimeAmount(limit)
    var answer: TransportAnswer?
    var body = BodyBuffer()
    var reason: TransportFailure.Reason?
    var message = HTTPClientRequest(request, body: content, askedOf: forwarder)
    let call = notes.begin(&message.headers, target: request.target(askedOf: forwarder))
    defer { notes.end(call) }
    do {
      let response = try await client.execute(message, deadline: deadline)
      let note = notes.note(of: call)
      let head = HTTPResponse(response, reason: note.reason)
      guard forwarder == nil || head.status.code != 407 else { throw HTTPClientError.proxyAuthenticationRequired }
      answer = TransportAnswer(
        response: head, httpVersion: "\(response.version)", body: [], phases: .init(note, start: start))
      let expected = head.status.hasBody ? head.headerFields[.contentLength].flatMap { Int($0) } : nil
      guard expected ?? 0 <= bodyLimit else { throw TransportFailure(.tooLarge(limit: bodyLimit)) }
      body = BodyBuffer(expected: expected ?? 0)
      for try await chunk in response.body {
        let room = bodyLimit - body.count
        chunk.readableBytesView.prefix(room).withUnsafeBytes { body.append($0) }
        onReceived(body.count, expected)
        guard chunk.readableBytes <= room else { throw TransportFailure(.tooLarge(limit: bodyLimit)) }
        // AsyncHTTPClient's deadline ends with the head, so a body that drips could take for ever.
        guard NIODeadline.now() < deadline else { throw TransportFailure(.tooSlow(limit)) }
      }
      try Task.checkCancellation()
    } catch {
      let failed = TransportFailure(error, timeout: configuration.timeout, limit: limit).reason
      reason = proxy.map { failed.by($0) } ?? failed
    }
    answer?.scanner = body.scanner
    answer?.body = body.takeBytes()
    guard reason == nil, let answer else { throw TransportFailure(reason ?? .cutShort, partial: answer) }
    return answer
  }
}

extension AsyncHTTPTransport {
  private func proxy(for request: HTTPRequest) throws(TransportFailure) -> ProxySettings.Proxy? {
    do throws(ProxyError) { return try configuration.proxies.proxy(for: request) } catch {
      throw TransportFailure(.proxyRefused("\(error)"))
    }
  }
}

extension HTTPClient.Configuration {
  fileprivate init(_ configuration: AsyncHTTPTransport.Configuration, _ notes: CallNotes) {
    let wait = TimeAmount(configuration.timeout)
    self.init(redirectConfiguration: .disallow, timeout: .init(connect: wait, read: wait), decompression: .disabled)
    connectionPool.retryConnectionEstablishment = false
    connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(configuration.connectionsPerHost, 1)
    httpVersion = .http1Only
    http1_1ConnectionDebugInitializer = { channel in
      channel.eventLoop.makeCompletedFuture { try ConnectionWatch.add(to: channel, notes) }
    }
  }
}

extension HTTPResponse.Status {
  /// Whether a body may follow, whatever length the head says.
  fileprivate var hasBody: Bool { code >= 200 && code != 204 && code != 304 }
}

extension TimeAmount {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = min(max(duration, .milliseconds(1)), .seconds(86_400 * 365)).components
    self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
