import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension TransportFailure {
  /// - Parameters:
  ///   - timeout: the longest silence.
  ///   - limit: the longest a whole call may take.
  init(_ error: any Error, timeout: Duration, limit: Duration) {
    self = error as? TransportFailure ?? TransportFailure(Reason(error, timeout: timeout, limit: limit))
  }
}

extension TransportFailure.Reason {
  fileprivate init(_ error: any Error, timeout: Duration, limit: Duration) {
    switch error {
    case is CancellationError: self = .cancelled
    case let error as HTTPClientError:
      switch error {
      case .cancelled: self = .cancelled
      case .deadlineExceeded: self = .tooSlow(limit)
      case .invalidProxyResponse: self = .proxyRefused("it refused the connection")
      case .proxyAuthenticationRequired: self = .proxyRefused("it asks for a user name and password")
      case .httpProxyHandshakeTimeout, .socksHandshakeTimeout: self = .proxy(Self.silent(timeout).words)
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
    case let error as MalformedAnswer: self = .malformed(error)
    case let error as HTTPParserError: self = error == .invalidEOFState ? .cutShort : .notHTTP
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
    } else if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") {
      self = .tls("the server speaks only an old version of TLS, and 1.2 or later is needed")
    } else if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
      self = .tls("the answer is not TLS")
    } else {
      self = .tls("the handshake failed")
    }
  }
}

extension TransportFailure.Reason {
  /// The same where a proxy stands between, told by its variable: what can't be reached then is the proxy.
  func by(_ proxy: ProxySettings.Proxy) -> Self {
    switch self {
    case .hostNotFound, .connectionRefused, .noConnection: .proxy("\(proxy.variable): \(words)")
    case .proxy(let reason): .proxy("\(proxy.variable): \(reason)")
    case .proxyRefused(let reason): .proxyRefused("\(proxy.variable): \(reason)")
    // SOCKS has errors of its own, known by the names of their types alone.
    case .other(let type) where proxy.kind == .socks:
      .proxyRefused(
        type.contains("Authentication")
          ? "\(proxy.variable): it asks for a user name and password"
          : "\(proxy.variable): it refused the connection, or does not speak SOCKS 5")
    default: self
    }
  }
}
