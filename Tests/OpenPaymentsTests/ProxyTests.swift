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
    #expect(try host(["https_proxy": "", "all_proxy": "http://p"], https) == "p:1080")
    #expect(try host(["https_proxy": "HTTP://u:p%40@p:2/x"], https) == "p:2")
    #expect(try host(["https_proxy": "http://[::1]:3"], https) == "::1:3")
    #expect(try host(["https_proxy": "[fe80::1]"], https) == "fe80::1:1080")
    #expect(try host(["https_proxy": "p:1", "no_proxy": "", "NO_PROXY": "api.example"], https) == nil)
    #expect(try host(["https_proxy": "p:1", "no_proxy": "x", "NO_PROXY": "api.example"], https) == "p:1")
  }

  @Test(
    "no_proxy excepts hosts, what is below them, networks and everything",
    arguments: [
      ("api.example", "api.example", true), ("example", "api.example", true), (".example", "api.example", true),
      ("ample", "api.example", false), ("other, api.example:443", "api.example", true), ("*", "api.example", true),
      ("API.Example", "api.example", true), ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.1.2.3", false),
      ("0.0.0.0/0", "11.1.2.3", true), ("10.0.0.0/33", "10.1.2.3", false), ("", "api.example", false),
      ("10.128.0.0/9", "10.200.0.1", true), ("10.128.0.0/9", "10.100.0.1", false), ("10.0.0.0/8x", "10.1.2.3", false),
      ("10.1.2.3", "10.1.2.3", true), ("2.3", "10.1.2.3", false), ("10.1.2.3:80", "10.1.2.3", true),
      ("a b", "a", true), ("x\tapi.example", "api.example", true), (",, ,api.example,", "api.example", true),
      ("*, x", "api.example", false), ("*.example", "api.example", false), ("..example", "api.example", false),
      ("api.example.", "api.example", true), ("api.example", "api.example.", true), (".EXAMPLE.", "api.example.", true),
      (".", "api.example.", false), ("example", "badexample", false),
      ("2001:db8::1", "[2001:db8::1]", true), ("[2001:db8::1]", "[2001:db8::1]", true),
      ("2001:DB8:0:0:0:0:0:1", "[2001:db8::1]", true), ("[2001:db8::1]:8443", "[2001:db8::1]", true),
      ("2001:db8::/32", "[2001:db8::1]", true), ("[2001:db8::]/32", "[2001:db8::1]", true),
      ("2001:db8::/48", "[2001:db8:1::1]", false), ("2001:db8::/129", "[2001:db8::1]", false),
      ("::/0", "[2001:db8::1]", true), ("0.0.0.0/0", "[2001:db8::1]", false), ("db8::1", "[2001:db8::1]", false),
    ])
  func exceptions(rules: String, host name: String, isExcepted: Bool) throws {
    let environment = ["https_proxy": "http://p:1", "no_proxy": rules]
    #expect(try host(environment, ("https", "\(name):8443")) == (isExcepted ? nil : "p:1"))
  }

  @Test("calls to this machine go through no proxy", arguments: ["127.0.0.1:1", "localhost", "[::1]:1", "127.9.9.9"])
  func loopback(authority: String) throws {
    #expect(try host(["http_proxy": "p:1"], ("http", authority)) == nil)
    #expect(try host(["http_proxy": "https://p"], ("http", authority)) == nil)
  }

  @Test("a variable that can't be used stops no call that doesn't need it")
  func unneeded() throws {
    let environment = ["https_proxy": "https://p", "no_proxy": "api.example"]
    #expect(try host(environment, ("https", "api.example")) == nil)
    #expect(try host(environment, ("http", "other.example")) == nil)
    #expect(throws: ProxyError.self) { try host(environment, ("https", "other.example")) }
  }

  @Test(
    "what can't be a proxy is refused by its variable's name alone",
    arguments: [
      "https://u:secret@p:1", "socks5://u:secret@p:1", "socks5h://:secret@p", "ftp://u:secret@p", "://", "http://p:0",
      "http://u:secret@p:65536", "http://[::1", "http://",
      "http://p:x", "p:-1", "socks5://%ff@p",
    ])
  func refused(text: String) throws {
    let error = try #require(throws: ProxyError.self) { try host(["https_proxy": text], ("https", "api.example")) }
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
    #expect(failure == .proxyRefused("https_proxy: it refused the connection"))
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
    #expect(refused == .proxyRefused("https_proxy: it asks for a user name and password"))
    #expect(try await call("http://127.0.0.1:1") == .proxy("https_proxy: connection refused"))
  }

  @Test(
    "a SOCKS proxy that wants credentials or would not lead on is told as such",
    arguments: [([5, 0xFF], "it asks for"), ([5, 2], "it asks for"), ([0x48, 0x54], "it refused the connection")])
  func socks(answer: [UInt8], words: String) async throws {
    let failure = try await LoopbackPeer.run({ connection in
      try await connection.greeting()
      try await connection.send(answer)
      await connection.hang()
    }) { peer in try await call("socks5://127.0.0.1:\(peer.port)") }
    guard case .proxyRefused(let reason) = failure else { return #expect(failure == .proxyRefused(words)) }
    #expect(reason.hasPrefix("https_proxy: \(words)"))
  }

  @Test("plain http is asked of an HTTP proxy by the whole address, as curl does, also at an IPv6 address")
  func forwarding() async throws {
    let heads = Log<String>()
    let answers = try await LoopbackPeer.run(
      host: "::1",
      { connection in
        heads.append(try await connection.request() ?? "")
        let status = heads.entries.count == 1 ? "200 OK" : "407 Proxy Authentication Required"
        try await connection.send("HTTP/1.1 \(status)\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
      }
    ) { peer in
      let proxy = "http://user:pass@[::1]:\(peer.port)"
      return [try await call(proxy, "http", "/a[b]?c=%20"), try await call(proxy, "http", "/")]
    }
    #expect(answers == [nil, .proxyRefused("http_proxy: it asks for a user name and password")])
    let lines = try #require(heads.entries.first).split(separator: "\r\n")
    #expect(lines.first == "GET http://api.example/a[b]?c=%20 HTTP/1.1" && lines.contains("Host: api.example"))
    #expect(lines.contains("Proxy-Authorization: Basic dXNlcjpwYXNz"))
  }

  /// A call of another host through a proxy.
  private func call(
    _ proxy: String, _ scheme: String = "https", _ path: String = "/"
  ) async throws -> TransportFailure.Reason? {
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.timeout = .seconds(60)
    configuration.proxies = ProxySettings(environment: ["\(scheme)_proxy": proxy])
    var request = HTTPRequest(method: .get, scheme: scheme, authority: "api.example", path: path)
    request.headerFields[.authorization] = "Bearer platform-token"
    do {
      _ = try await AsyncHTTPTransport(configuration).send(request, body: [], bodyLimit: 1000)
      return nil
    } catch let failure as TransportFailure {
      return failure.reason
    }
  }
}
