import OpenPayments

extension TransportFailure.Reason {
  /// What it is called in the file, and what it holds.
  var stored: (kind: String, detail: String?) {
    switch self {
    case .hostNotFound: ("hostNotFound", nil)
    case .connectionRefused: ("connectionRefused", nil)
    case .noConnection(let reason): ("noConnection", reason)
    case .silent(let time): ("silent", "\(time.nanoseconds)")
    case .tooSlow(let time): ("tooSlow", "\(time.nanoseconds)")
    case .untrustedCertificate(let reason): ("untrustedCertificate", reason)
    case .tls(let reason): ("tls", reason)
    case .notHTTP: ("notHTTP", nil)
    case .malformed(let answer): ("malformed", answer.stored)
    case .cutShort: ("cutShort", nil)
    case .tooLarge(let limit): ("tooLarge", "\(limit)")
    case .proxy(let reason): ("proxy", reason)
    case .proxyRefused(let reason): ("proxyRefused", reason)
    case .cancelled: ("cancelled", nil)
    case .other(let reason): ("other", reason)
    }
  }

  init(kind: String, detail: String?) {
    let detail = detail ?? ""
    let time = Duration.nanoseconds(max(Int64(detail) ?? 0, 0))
    self =
      switch kind {
      case "hostNotFound": .hostNotFound
      case "connectionRefused": .connectionRefused
      case "noConnection": .noConnection(detail)
      case "silent": .silent(time)
      case "tooSlow": .tooSlow(time)
      case "untrustedCertificate": .untrustedCertificate(detail)
      case "tls": .tls(detail)
      case "notHTTP": .notHTTP
      case "malformed": .malformed(MalformedAnswer(stored: detail))
      case "cutShort": .cutShort
      case "tooLarge": .tooLarge(limit: Int(detail) ?? 0)
      case "proxy": .proxy(detail)
      case "proxyRefused": .proxyRefused(detail)
      case "cancelled": .cancelled
      default: .other(detail)
      }
  }
}

extension MalformedAnswer {
  /// The fault, the line or 0, and the text, which may be anything.
  fileprivate var stored: String { "\(fault.rawValue) \(line ?? 0) \(text)" }

  fileprivate init(stored: String) {
    let parts = stored.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    let line = parts.count > 1 ? Int(parts[1]) : nil
    self.init(
      parts.first.flatMap(Fault.init) ?? .other, line: line.flatMap { $0 > 0 ? $0 : nil },
      text: parts.count > 2 ? parts[2] : "")
  }
}

extension Duration {
  /// Whole ones, as far as 64 bits go.
  var nanoseconds: Int64 { Int64(clamping: Int128(attoseconds) / 1_000_000_000) }
}
