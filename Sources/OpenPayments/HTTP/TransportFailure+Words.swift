extension TransportFailure.Reason {
  /// What went wrong, as the beginning of a sentence that goes on with the place.
  public var words: String {
    switch self {
    case .hostNotFound: "host not found"
    case .connectionRefused: "connection refused"
    case .noConnection(let reason): "no connection (\(reason))"
    case .silent(let time): "no answer for \(time.seconds)"
    case .tooSlow(let time): "no complete answer within \(time.seconds)"
    case .untrustedCertificate(let reason): "certificate not trusted (\(reason))"
    case .tls(let reason): "no secure connection (\(reason))"
    case .notHTTP: "the answer is not HTTP"
    case .malformed(let answer): "the answer is not valid HTTP (\(answer.words))"
    case .cutShort: "connection closed too early"
    case .tooLarge(let limit): "more than \(limit) bytes"
    case .proxy(let reason), .proxyRefused(let reason): "no way through the proxy (\(reason))"
    case .cancelled: "cancelled"
    case .other(let reason): "call failed (\(reason))"
    }
  }
}

extension Duration {
  fileprivate var seconds: String {
    let milliseconds = Int(clamping: (self / .milliseconds(1)).rounded())
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
  }
}
