import AsyncHTTPClient
public import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// The transport over AsyncHTTPClient: HTTP/1.1 with keep-alive, no redirects, no retries, nothing decompressed.
///
/// A cancelled call closes its connection.
public final class AsyncHTTPTransport: HTTPTransport {
  public struct Configuration: Sendable {
    /// The longest wait to connect, and the longest silence before the next byte.
    public var timeout: Duration = .seconds(10)
    /// A whole call ends after this many times ``timeout``.
    public var totalTimeoutFactor = 20
    /// Certificate authorities (PEM) to trust besides the system's.
    public var caFile: String?

    public init() {}
  }

  private let configuration: Configuration
  private let client: HTTPClient

  /// - Throws: ``CAFileError`` if the CA file can't be read or holds no certificate.
  public init(_ configuration: Configuration = .init()) throws(CAFileError) {
    self.configuration = configuration
    let wait = TimeAmount(configuration.timeout)
    var settings = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: wait, read: wait), decompression: .disabled)
    settings.connectionPool.retryConnectionEstablishment = false
    settings.httpVersion = .http1Only
    settings.http1_1ConnectionDebugInitializer = StatusCheck.add(to:)
    if let file = configuration.caFile {
      settings.tlsConfiguration = .makeClientConfiguration()
      settings.tlsConfiguration?.additionalTrustRoots = [.certificates(try Self.certificates(in: file))]
    }
    client = HTTPClient(eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: settings)
  }

  deinit {
    Task { [client] in try? await client.shutdown() }
  }

  public func send(
    _ request: HTTPRequest, body: [UInt8], bodyLimit: Int
  ) async throws(TransportFailure) -> TransportAnswer {
    typealias Outcome = Result<TransportAnswer, TransportFailure>
    let limit = configuration.timeout * configuration.totalTimeoutFactor
    // AsyncHTTPClient's own deadline ends with the answer's head, so a body that drips could take for ever.
    let outcome = await withTaskGroup(of: Outcome?.self) { group -> Outcome? in
      group.addTask { await self.receive(request, body: body, bodyLimit: bodyLimit) }
      group.addTask {
        try? await Task.sleep(for: limit)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      if let first { return first }
      let late = await group.next() ?? nil
      guard case .failure(let failure) = late, !Task.isCancelled else { return late }
      return .failure(TransportFailure(.tooSlow(limit), partial: failure.partial))
    }
    guard let outcome else { throw TransportFailure(.cancelled) }
    return try outcome.get()
  }

  private func receive(
    _ request: HTTPRequest, body: [UInt8], bodyLimit: Int
  ) async -> Result<TransportAnswer, TransportFailure> {
    let start = ContinuousClock.now
    var answer: TransportAnswer?
    do {
      let response = try await client.execute(HTTPClientRequest(request, body: body), deadline: .distantFuture)
      let head = HTTPResponse(response)
      answer = TransportAnswer(response: head, body: [], phases: .init(head: ContinuousClock.now - start))
      let expected = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
      guard expected <= bodyLimit else { throw TransportFailure(.tooLarge(limit: bodyLimit)) }
      answer?.body.reserveCapacity(expected)
      for try await chunk in response.body {
        let room = bodyLimit - (answer?.body.count ?? 0)
        answer?.body.append(contentsOf: chunk.readableBytesView.prefix(room))
        guard chunk.readableBytes <= room else { throw TransportFailure(.tooLarge(limit: bodyLimit)) }
      }
      try Task.checkCancellation()
    } catch {
      var failure = TransportFailure(error, timeout: configuration.timeout)
      failure.partial = answer
      return .failure(failure)
    }
    return answer.map { .success($0) } ?? .failure(TransportFailure(.cutShort))
  }

  private static func certificates(in file: String) throws(CAFileError) -> [NIOSSLCertificate] {
    do {
      let certificates = try NIOSSLCertificate.fromPEMFile(file)
      guard !certificates.isEmpty else { throw CAFileError(path: file) }
      return certificates
    } catch {
      throw CAFileError(path: file)
    }
  }
}

/// A CA file that can't be read, or that holds no certificate in PEM form.
public struct CAFileError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String

  public var description: String { "\(path) can't be read as certificates in PEM form" }
}

extension HTTPClientRequest {
  fileprivate init(_ request: HTTPRequest, body: [UInt8]) {
    let authority = request.authority ?? ""
    self.init(url: "\(request.scheme ?? "https")://\(authority)\(request.path ?? "/")")
    method = HTTPMethod(rawValue: request.method.rawValue)
    headers.add(name: "Host", value: authority)
    for field in request.headerFields { headers.add(name: field.name.rawName, value: field.value) }
    if !body.isEmpty { self.body = .bytes(body) }
  }
}

extension HTTPResponse {
  fileprivate init(_ response: HTTPClientResponse) {
    self.init(
      status: .init(
        code: Int(response.status.code), reasonPhrase: HTTPResponse.Status.safe(response.status.reasonPhrase)))
    for (name, value) in response.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headerFields.append(HTTPField(name: name, value: value))
    }
  }
}

extension HTTPResponse.Status {
  /// HTTPTypes takes reason phrases of visible ASCII only.
  fileprivate static func safe(_ phrase: String) -> String {
    phrase.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? phrase : ""
  }
}

extension TimeAmount {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = min(max(duration, .milliseconds(1)), .seconds(86_400 * 365)).components
    self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}

extension TransportFailure {
  fileprivate init(_ error: any Error, timeout: Duration) {
    self = error as? TransportFailure ?? TransportFailure(Reason(error, timeout: timeout))
  }
}

extension TransportFailure.Reason {
  fileprivate init(_ error: any Error, timeout: Duration) {
    switch error {
    case is CancellationError: self = .cancelled
    case let error as HTTPClientError:
      switch error {
      case .cancelled: self = .cancelled
      case .connectTimeout, .readTimeout, .writeTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
        self = .silent(timeout)
      case .remoteConnectionClosed, .uncleanShutdown: self = .cutShort
      default: self = .other(error.shortDescription)
      }
    case let error as NIOConnectionError: self.init(error)
    case let error as IOError where error.errnoCode == ECONNREFUSED: self = .connectionRefused
    case let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE: self = .cutShort
    case let error as IOError: self = .noConnection(String(cString: strerror(error.errnoCode)))
    case let error as NIOSSLError: self.init(error)
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      self = .untrustedCertificate("it belongs to another host")
    case is NIOSSLExtraError: self = .tls("the handshake failed")
    case let error as BoringSSLError: self.init(error)
    case let error as HTTPParserError:
      switch error {
      case .invalidEOFState: self = .cutShort
      case .headerOverflow: self = .other("the answer's head is too large")
      default: self = .notHTTP
      }
    case let error as ChannelError where error == .eof || error == .ioOnClosedChannel: self = .cutShort
    default: self = .other("\(type(of: error))")
    }
  }

  private init(_ error: NIOConnectionError) {
    let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
    if codes.contains(ECONNREFUSED) {
      self = .connectionRefused
    } else if let code = codes.first {
      self = .noConnection(String(cString: strerror(code)))
    } else if error.dnsAError != nil || error.dnsAAAAError != nil {
      self = .hostNotFound
    } else {
      self = .noConnection("no address answered")
    }
  }

  private init(_ error: NIOSSLError) {
    guard case .handshakeFailed(let cause) = error else {
      self = error == .uncleanShutdown ? .cutShort : .tls("the handshake failed")
      return
    }
    self.init(cause)
  }

  private init(_ error: BoringSSLError) {
    let text = String(describing: error)
    if text.contains("CERTIFICATE_REQUIRED") || text.contains("ALERT_HANDSHAKE_FAILURE") {
      self = .tls("the server refused the handshake; it may want a client certificate")
    } else if text.contains("CERTIFICATE_VERIFY_FAILED") {
      self = .untrustedCertificate("its certificate authority is not known here, or it has expired")
    } else if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
      self = .tls("the answer is not TLS")
    } else {
      self = .tls("the handshake failed")
    }
  }
}
