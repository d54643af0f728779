import AsyncHTTPClient
import FoundationEssentials
import HTTPTypes

/// Which calls go through which proxy. Calls to this machine never go through any.
public struct ProxySettings: Sendable, Hashable {
  struct Proxy: Sendable, Hashable {
    enum Kind { case http, socks }

    /// Which names it.
    let variable: String
    let kind: Kind
    /// An IPv6 address without brackets.
    let host: String
    let port: Int
    let user: String?
    let password: Secret?
  }

  private var forHTTPS = Result<Proxy?, ProxyError>.success(nil)
  private var forHTTP = Result<Proxy?, ProxyError>.success(nil)
  private var exceptions = ProxyExceptions("")

  /// No proxy at all.
  public init() {}

  /// What the environment says, as curl reads it: `https_proxy`, `http_proxy` (in lower case alone), `all_proxy` and
  /// `no_proxy`.
  ///
  /// A variable that can't be used fails the calls that would need it, by its name
  /// (``TransportFailure/Reason/proxyRefused(_:)``), and no others.
  public init(environment: [String: String]) {
    forHTTPS = Self.proxy(environment, ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
    forHTTP = Self.proxy(environment, ["http_proxy", "all_proxy", "ALL_PROXY"])
    let names = ["no_proxy", "NO_PROXY"]
    exceptions = ProxyExceptions(names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "")
  }

  var all: Set<Proxy> { Set([forHTTPS, forHTTP].compactMap { try? $0.get() }) }

  func proxy(for request: HTTPRequest) throws(ProxyError) -> Proxy? {
    var host = Substring(request.authority ?? "")
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") { host = host[..<colon] }
    if BaseURL.isLoopback(String(host)) || exceptions.contain(String(host)) { return nil }
    return try (request.scheme == "http" ? forHTTP : forHTTPS).get()
  }

  private static func proxy(_ environment: [String: String], _ names: [String]) -> Result<Proxy?, ProxyError> {
    guard let name = names.first(where: { !(environment[$0] ?? "").isEmpty }), let text = environment[name] else {
      return .success(nil)
    }
    do throws(ProxyError) { return .success(try proxy(text, named: name)) } catch { return .failure(error) }
  }

  private static func proxy(_ text: String, named name: String) throws(ProxyError) -> Proxy {
    let parts = URLComponents(string: text.contains("://") ? text : "http://\(text)")
    let host = PercentEncoding.decoded(parts?.encodedHost ?? "").filter { !"[]".contains($0) }
    guard let parts, !host.isEmpty, parts.port.map({ (1...65535).contains($0) }) ?? true else {
      throw ProxyError(variable: name, reason: "is not an address like http://proxy.example:3128")
    }
    let kind: Proxy.Kind
    switch parts.scheme?.lowercased() {
    case "http": kind = .http
    case "socks5", "socks5h", "socks": kind = .socks
    case "https":
      throw ProxyError(
        variable: name, reason: "names an https:// proxy, which is not supported: use one with http:// or socks5://")
    default: throw ProxyError(variable: name, reason: "must begin with http:// or socks5://")
    }
    let user = parts.percentEncodedUser.map(PercentEncoding.decoded)
    let password = parts.percentEncodedPassword.map { Secret(PercentEncoding.decoded($0)) }
    guard kind == .http || (user ?? "").isEmpty && (password?.reveal() ?? "").isEmpty else {
      throw ProxyError(
        variable: name,
        reason: "names a user, which is not supported for SOCKS proxies: leave the user out, or use an http:// proxy")
    }
    return Proxy(
      variable: name, kind: kind, host: host, port: parts.port ?? 1080, user: user, password: password)
  }
}

/// A variable that should name a proxy and doesn't. The value is left out, since it may hold a password.
public struct ProxyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The variable's name.
  public let variable: String
  /// What is wrong with it, as the end of a sentence that begins with the variable.
  public let reason: String

  /// The variable and what is wrong.
  public var description: String { "\(variable) \(reason)" }
}

extension ProxySettings.Proxy {
  var setting: HTTPClient.Configuration.Proxy {
    switch kind {
    case .socks: return .socksServer(host: host, port: port)
    case .http: return .server(host: host, port: port, authorization: authorization)
    }
  }

  var authorization: HTTPClient.Authorization? {
    user.map { .basic(username: $0, password: password?.reveal() ?? "") }
  }

  var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
