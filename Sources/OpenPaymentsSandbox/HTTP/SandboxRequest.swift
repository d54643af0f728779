import HTTPTypes

/// A request taken apart as far as the platform's routes need it.
struct SandboxRequest {
  /// Bytes; a longer body is refused.
  static let maximumBodySize = 64 * 1024

  let method: HTTPRequest.Method
  let fields: HTTPFields
  /// The `Host` field as it came.
  let authority: String?
  /// The base URL under which the client reached this platform, without a trailing slash.
  let origin: String
  /// The path cut at its slashes, then decoded; a malformed escape stays as it is.
  let segments: [String]
  let query: [FormField]
  let body: [UInt8]

  init(_ request: HTTPRequest, body: [UInt8]) {
    method = request.method
    fields = request.headerFields
    authority = request.authority
    origin = Self.origin(of: request)
    let (path, query) = Self.target(of: request)
    segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { segment in
      PercentEncoding.decode(segment.utf8) ?? String(segment)
    }
    self.query = query.map { FormField.lenientList($0.utf8) } ?? []
    self.body = body
  }

  /// A host that could break out of a URL, or none at all, becomes the loopback address.
  private static func origin(of request: HTTPRequest) -> String {
    let allowed = { (byte: UInt8) in
      byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
        || "-._:[]".utf8.contains(byte)
    }
    let scheme = request.scheme == "https" ? "https" : "http"
    guard let authority = request.authority, !authority.isEmpty, authority.utf8.allSatisfy(allowed) else {
      return "\(scheme)://127.0.0.1"
    }
    return "\(scheme)://\(authority)"
  }

  private static func target(of request: HTTPRequest) -> (path: Substring, query: Substring?) {
    var target = Substring(request.path ?? "/")
    // RFC 9112, section 3.2.2: a server accepts the absolute form too.
    if !target.hasPrefix("/"), let authority = target.firstRange(of: "://")?.upperBound {
      target = target[authority...].drop { $0 != "/" }
    }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts.first ?? "", parts.count == 2 ? parts.last : nil)
  }
}
