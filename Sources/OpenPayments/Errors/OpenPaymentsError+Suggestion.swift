extension OpenPaymentsError {
  /// What to do next, in one line of at most 160 characters without a full stop.
  public var suggestion: String {
    switch kind {
    case .unreachable(let reason): reason.suggestion(requestIDNote)
    case _ where operation == .portal || operation == .signIn:
      "look at the exchange\(requestIDNote) to see what was sent"
    case .notFound where !operation.isAPICall, .rejected where operation == .discovery || operation == .keys:
      "nothing is published there to check tokens with: check the auth address"
    case .unusable(let answer): suggestion(answer)
    case .credentialsRefused where words?.error == "unauthorized_client":
      "the application may not ask for tokens this way: check its grant types in the platform's portal"
    case .credentialsRefused:
      "wrong client id or secret, or those of another environment: the platform answers 400 invalid_client to either"
    case .scopeRefused:
      "add the context private or corporate to the scope\(scopeNote); today's sandbox may want accountinformation"
    case .tokenRefused: "check that the auth and API addresses belong to the same environment"
    case .forbidden:
      "the token's scope\(scopeNote) does not cover this call: ask for aspspinformation with private or corporate"
    case .notFound where operation == .countries: "check the API address and the dialect"
    case .notFound where operation == .get: "check the path"
    case .notFound: "check the country, city or BIC"
    case .tryLater(let time):
      time == nil ? "wait a little, then try again" : "wait until then: earlier tries will fail too"
    case .rejected: rejectedSuggestion
    case .serverFault:
      requestID.map { "try again, and give the platform's support the \($0) if it stays" }
        ?? "try again, and tell the platform's support what was called and when if it stays"
    case .unsupported: "use the psd2 dialect"
    case .cancelled: "nothing was changed"
    }
  }

  private func suggestion(_ answer: UnusableAnswer) -> String {
    switch answer {
    case .notJSON, .redirected, .unexpected, .empty:
      operation.isAPICall || operation == .token
        ? "check the \(operation == .token ? "auth" : "API") address and the dialect" : "check the auth address"
    case .notModified(nil): "something in between answers in the server's place: ask for Cache-Control: no-cache"
    case .notModified: "leave the condition out to get the body"
    case .switchingProtocols: "check the address: it belongs to something other than an HTTP API"
    case .tooLarge where operation == .get: "ask for less, or allow a larger answer"
    case .tooLarge, .tooManyValues: "ask for less, such as one city"
    case .compressed, .brokenCompression:
      exchange?.body.isEmpty ?? true
        ? "nothing of it is kept, since it may hold a secret: try again"
        : "the body is kept as it was received: look at it\(requestIDNote), and try again"
    case .brokenJSON, .messages, .cutShort: "look at the raw answer\(requestIDNote), and try again"
    }
  }

  private var rejectedSuggestion: String {
    guard operation == .token else { return "look at the exchange\(requestIDNote) to see what was sent" }
    return switch (words?.error, exchange?.status) {
    case ("invalid_request", _):
      "the token endpoint misses a field, or has one too many: look at the request's form\(requestIDNote)"
    case ("unsupported_grant_type", _):
      "this token endpoint does not know the grant client_credentials: check the auth address"
    case (_, 404), (_, 405): "no token endpoint is there: check the auth address, to which /connect/token is appended"
    default: "check the auth address, and look at the exchange\(requestIDNote) to see what was sent"
    }
  }

  /// What finds the call, in the history and for support; nil for calls that carry none.
  private var requestID: String? {
    guard let id = exchange?.requestID, !id.isEmpty else { return nil }
    return "X-Request-ID \(id.count > 40 ? id.prefix(39) + "…" : id)"
  }

  /// The same behind what it finds.
  private var requestIDNote: String { requestID.map { " (\($0))" } ?? "" }

  /// The scope that was asked for or granted, in brackets; cut, since a server may have sent it.
  private var scopeNote: String {
    guard let scope = exchange?.scope, !scope.isEmpty else { return "" }
    return " (\(scope.count > 40 ? scope.prefix(39) + "…" : scope))"
  }
}

extension TransportFailure.Reason {
  /// - Parameter note: what finds the call, where that helps.
  fileprivate func suggestion(_ note: String) -> String {
    switch self {
    case .hostNotFound: "check the host name, and that this machine is online"
    case .connectionRefused, .noConnection: "check the host and port"
    case .silent, .tooSlow: "check the host, or allow more time"
    case .untrustedCertificate: "check the host, or name its certificate authority as an extra CA file"
    case .tls: "check that the address speaks https"
    case .proxy, .proxyRefused: "check the proxy variables (https_proxy, http_proxy, no_proxy)"
    case .notHTTP: "check the address, and whether it begins with http or https"
    case .malformed: "tell the server's support what is wrong\(note), or try without what stands in between"
    case .tooLarge: "ask for less, such as one city"
    case .cutShort, .cancelled, .other: "try again"
    }
  }
}
