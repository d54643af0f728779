import FoundationEssentials
import HTTPTypes
import JSONText
import OpenPayments
import TestRandomness
import Testing

@Suite("Request lines at the socket", .timeLimit(.minutes(2)))
struct RequestLineTests {
  /// Every ASCII character and what else is known to be read in two ways, each in a path, a name and a value; then many
  /// together.
  private static let targets: [String] = {
    let pieces =
      (0..<0x80).map { String(UnicodeScalar($0)) } + [
        "å", "日本", "\u{85}", "\u{2028}", "\u{FFFD}", "👩‍👧", "%41", "%c3%a5", "%zz", "%", "%%", "..", "/../", "/./",
        "%2e%2e", "//", "[1-3]", "{a,b}", "a%20[",
      ]
    var generator = SeededGenerator(seed: 7)
    func some() -> String { (0..<12).compactMap { _ in pieces.randomElement(using: &generator) }.joined() }
    return ["/", "/?", "//", "/x?&&a&=b&", "?x", ""] + pieces.map { "/x\($0)y?n\($0)m=v\($0)w" }
      + (0..<40).map { _ in "/\(some())?\(some())" }
  }()

  private static func transport() throws -> AsyncHTTPTransport {
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.timeout = .seconds(60)
    return try AsyncHTTPTransport(configuration)
  }

  /// Takes calls of any number, and keeps their request lines.
  private func run(_ lines: Log<String>, _ calls: @Sendable (BaseURL) async throws -> Void) async throws {
    try await LoopbackPeer.run({ connection in
      while let request = try await connection.request() {
        lines.append(String(request.prefix { $0 != "\r\n" }))
        let token = #"{"access_token":"token-1234","expires_in":3600,"token_type":"Bearer"}"#
        let body = request.hasPrefix("POST") ? token : "{}"
        try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
      }
    }) { peer in try await calls(try BaseURL("http://127.0.0.1:\(peer.port)/b%20ase")) }
  }

  @Test("what is recorded is what was sent, whatever the path holds, and so it is in an archive")
  func recorded() async throws {
    let lines = Log<String>()
    try await run(lines) { base in
      let client = OpenPaymentsClient(
        .init(
          auth: base, api: base, credentials: Credentials(clientID: "c", clientSecret: Secret("s"), scopes: []),
          dialect: .psd2), transport: try Self.transport())
      for target in Self.targets {
        let exchange = try await client.get(target)
        let path = try #require(exchange.request.path)
        #expect(lines.entries.last == "GET \(path) HTTP/1.1", "\(target)")
        #expect(
          path == "/b%20ase" + RequestTarget.encoded(target) && path.utf8.allSatisfy { (0x21..<0x7F).contains($0) })
        let archive = JSONDocument(HTTPArchive([exchange], creator: .init(name: "x", version: "1")).utf8())
        let entries = archive.root?["log"]?["entries"].map { Array($0.elements) } ?? []
        #expect(entries.last?["request"]?["url"]?.string == "http://\(base.authority)\(path)")
        // Asked for again as it was recorded, it is the same.
        #expect(try await client.get(String(path.dropFirst(base.path.count))).request.path == path)
        #expect(lines.entries.suffix(2).first == lines.entries.last)
      }
    }
    #expect(lines.entries.first == "POST /b%20ase/connect/token HTTP/1.1")
  }

  @Test("a transport sends any path as it is, and never more than one line")
  func transport() async throws {
    let lines = Log<String>()
    try await run(lines) { base in
      let transport = try Self.transport()
      for target in Self.targets {
        let request = HTTPRequest(method: .get, scheme: "http", authority: base.authority, path: target)
        _ = try await transport.send(request, body: [], bodyLimit: 100)
        #expect(lines.entries.last == "GET \(RequestTarget.encoded(request.path ?? "")) HTTP/1.1", "\(target)")
      }
    }
    #expect(lines.entries.count == Self.targets.count)
  }

  @Test("a field that is called as one of the transport's own is sent like any other")
  func ownField() async throws {
    let answer = try await LoopbackPeer.run({ connection in
      let request = try await connection.request() ?? ""
      let fields = request.split(separator: "\r\n").filter { $0.hasPrefix("opx-target") }
      try await connection.send(
        "HTTP/1.1 200 OK\r\nX-Seen: \(fields.joined(separator: "|"))\r\nContent-Length: 0\r\n\r\n")
    }) { peer in
      var call = Call(port: peer.port)
      call.request.headerFields[.init("opx-target")!] = "mine"
      return try await call.answer()
    }
    #expect(answer.response.headerFields[.init("X-Seen")!] == "opx-target: mine")
  }
}
