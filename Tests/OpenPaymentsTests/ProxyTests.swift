import FoundationEssentials
import HTTPTypes
import Testing

@testable import OpenPayments

@Suite("Proxies", .timeLimit(.minutes(2)))
struct ProxyTests {
  private func host(_ environment: [String: String], _ url: (scheme: String, authority: String)) throws -> String? {
    let request = HTTPRequest(method: .get, scheme: url.scheme, authority: url.authority, path: "/")
    return try ProxySettings(environment: environment).proxy(for: request).map { "\($0.host):\($0.port)" }
  }

  @Test("the variables are read as curl reads them")
  func variables() throws {
    let https = ("https", "api.example")
    let http = ("http", "api.example")
    #expect(try host([:], https) == nil)
    #expect(try host(["HTTPS_PROXY": "http://p:1"], https) == "p:1")
    #expect(try host(["HTTPS_PROXY": "http://p:1", "https_proxy": "http://q:2"], https) == "q:2")
    #expect(try host(["https_proxy": "p:1"], http) == nil)
    #expect(try host(["HTTP_PROXY": "p:1"], http) == nil)
    #expect(try host(["http_proxy": "p:1"], http) == "p:1")
    #expect(try host(["ALL_PROXY": "socks5://p"], https) == "p:1080")
    #expect(try host(["https_proxy": "", "all_proxy": "http://p"], https) == "p:80")
  }

  @Test(
    "no_proxy excepts hosts, what is below them, networks and everything",
    arguments: [
      ("api.example", "api.example", true), ("example", "api.example", true), (".example", "api.example", true),
      ("ample", "api.example", false), ("other, api.example:443", "api.example", true), ("*", "api.example", true),
      ("API.Example", "api.example", true), ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.1.2.3", false),
      ("0.0.0.0/0", "11.1.2.3", true), ("10.0.0.0/33", "10.1.2.3", false), ("", "api.example", false),
    ])
  func exceptions(rules: String, host name: String, isExcepted: Bool) throws {
    let environment = ["https_proxy": "http://p:1", "no_proxy": rules]
    #expect(try host(environment, ("https", "\(name):8443")) == (isExcepted ? nil : "p:1"))
  }

  @Test("calls to this machine go through no proxy", arguments: ["127.0.0.1:1", "localhost", "[::1]:1", "127.9.9.9"])
  func loopback(authority: String) throws {
    #expect(try host(["http_proxy": "p:1"], ("http", authority)) == nil)
  }

  @Test(
    "what can't be a proxy is refused by its variable's name alone",
    arguments: ["https://u:secret@p:1", "ftp://p", "://"])
  func refused(text: String) throws {
    let error = try #require(throws: ProxyError.self) { try ProxySettings(environment: ["https_proxy": text]) }
    #expect(error.variable == "https_proxy")
    #expect(!error.description.contains("secret"))
  }

  @Test("a call for another host is asked of the proxy, with the proxy's credentials and none of the platform's")
  func connect() async throws {
    let heads = Log<String>()
    let failure = try await LoopbackPeer.run({ connection in
      heads.append(try await connection.request() ?? "")
      try await connection.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
      await connection.hang()
    }) { peer in try await call("http://user:pass@127.0.0.1:\(peer.port)") }
    #expect(failure == .proxy("it refused the connection"))
    let head = try #require(heads.entries.first)
    #expect(head.hasPrefix("CONNECT api.example:443 HTTP/1.1\r\n"))
    #expect(head.lowercased().contains("proxy-authorization: basic dxnlcjpwyxnz"))
    #expect(!head.contains("platform-token"))
  }

  @Test("a proxy that wants credentials, and one that isn't there, are told as such")
  func failures() async throws {
    let refused = try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    }) { peer in try await call("http://127.0.0.1:\(peer.port)") }
    #expect(refused == .proxy("it asks for a user name and password"))
    let port = try await LoopbackPeer.run({ _ in }) { $0.port }
    #expect(try await call("http://127.0.0.1:\(port)") == .proxy("connection refused"))
  }

  /// A call of another host through a proxy.
  private func call(_ proxy: String) async throws -> TransportFailure.Reason? {
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.proxies = try ProxySettings(environment: ["https_proxy": proxy])
    var request = HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: "/")
    request.headerFields[.authorization] = "Bearer platform-token"
    do {
      _ = try await AsyncHTTPTransport(configuration).send(request, body: [], bodyLimit: 1000)
      return nil
    } catch let failure as TransportFailure {
      return failure.reason
    }
  }
}
