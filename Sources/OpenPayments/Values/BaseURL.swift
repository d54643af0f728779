import FoundationEssentials

/// The address that an endpoint's path is appended to: `https://api.example`, with an optional port and path.
///
/// Trailing slashes are dropped. Credentials, a query or a fragment are refused, and so is plain `http` to anything but
/// this machine unless it is allowed by name: the client secret and the token travel on it.
public struct BaseURL: Sendable, Hashable, CustomStringConvertible {
  /// `https` or `http`.
  public let scheme: String
  /// The host alone, as it was written.
  public let host: String
  /// Host with its port, as in the `Host` header.
  public let authority: String
  /// Empty, or `/path` without a trailing slash.
  public let path: String

  /// The address as text.
  public var description: String { "\(scheme)://\(authority)\(path)" }

  /// - Throws: ``BaseURLError`` naming what is wrong with `text`.
  public init(_ text: String, allowPlainHTTP: Bool = false) throws(BaseURLError) {
    guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
      let scheme = parts.scheme?.lowercased(),
      let host = parts.encodedHost, !host.isEmpty
    else { throw BaseURLError.notAnAddress }
    guard scheme == "https" || scheme == "http" else { throw BaseURLError.unsupportedScheme }
    guard parts.user == nil, parts.password == nil else { throw BaseURLError.containsCredentials }
    guard parts.query == nil, parts.fragment == nil else { throw BaseURLError.containsQuery }
    guard scheme == "https" || allowPlainHTTP || Self.isLoopback(host) else { throw BaseURLError.plainHTTP }
    if let port = parts.port, !(1...65535).contains(port) { throw BaseURLError.notAnAddress }
    self.scheme = scheme
    self.host = host
    self.authority = parts.port.map { "\(host):\($0)" } ?? host
    self.path = String(parts.percentEncodedPath.reversed().drop { $0 == "/" }.reversed())
  }

  static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host == "[::1]" || host == "::1" { return true }
    let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return octets.count == 4 && octets[0] == 127 && !octets.contains(nil)
  }
}

/// Why a text can't serve as a ``BaseURL``.
public enum BaseURLError: Error, Sendable, Hashable, CustomStringConvertible {
  case notAnAddress, unsupportedScheme, containsCredentials, containsQuery, plainHTTP

  /// The address as text.
  public var description: String {
    switch self {
    case .notAnAddress: "is not an address like https://auth.example"
    case .unsupportedScheme: "must begin with https:// (or http:// on this machine)"
    case .containsCredentials: "must not contain a user name or password"
    case .containsQuery: "must not contain a query or fragment"
    case .plainHTTP: "is plain http to another machine, which would show the client secret and tokens to the network"
    }
  }
}
