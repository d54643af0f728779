import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("What an exchange shows is what went over the wire", .timeLimit(.minutes(2)))
struct ExchangeWireTests {
  @Test("the fields of every request: order, spelling and values, secrets aside", arguments: [Dialect.psd2, .seed])
  func requestFields(dialect: Dialect) async throws {
    let heads = Log<String>()
    let exchanges = Log<Exchange>()
    try await LoopbackPeer.run({ connection in
      while let request = try await connection.request() {
        heads.append(request)
        let body =
          request.hasPrefix("POST") ? #"{"access_token":"t0ken-of-it","expires_in":60,"token_type":"Bearer"}"# : "[]"
        try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
      }
    }) { peer in
      let client = try Self.client(peer, dialect, exchanges)
      let fields: HTTPFields = [.init("x-ODD")!: "1", .init("X-Two")!: "a", .accept: "*/*"]
      _ = try await client.get("/x?a=1", fields: fields)
    }
    #expect(heads.entries.count == 2)
    for (head, exchange) in zip(heads.entries, exchanges.entries) {
      let lines = Array(head.split(separator: "\r\n\r\n")[0].split(separator: "\r\n"))
      let shown = exchange.sentFields.map { "\($0.name.rawName): \($0.value)" }
      #expect(lines.first.map(String.init) == "\(exchange.request.method) \(exchange.request.path ?? "") HTTP/1.1")
      #expect(lines.count == shown.count + 1)
      for (sent, shown) in zip(lines.dropFirst(), shown) {
        let known = shown.split(separator: Secret.mask, omittingEmptySubsequences: false)
        #expect(sent.hasPrefix(known[0]) && (known.count > 1 || sent == shown), "sent \(sent), shown \(shown)")
      }
    }
    #expect(exchanges.entries.first?.sentFields[.contentLength] == Secret.mask)
  }

  @Test("the status line: in the exchange, with and without its body, and in an archive")
  func statusLine() async throws {
    let exchanges = Log<Exchange>()
    try await LoopbackPeer.run({ connection in
      while let request = try await connection.request() {
        let body =
          request.hasPrefix("POST") ? #"{"access_token":"t0ken-of-it","expires_in":60,"token_type":"Bearer"}"# : "[]"
        try await connection.send("HTTP/1.0 200 t0ken-of-it\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
      }
    }) { peer in
      _ = try await Self.client(peer, .psd2, exchanges).get("/x", fields: [:])
    }
    let exchange = try #require(exchanges.entries.last)
    #expect(exchange.httpVersion == "HTTP/1.0" && exchange.withoutBody().httpVersion == "HTTP/1.0")
    #expect(exchange.statusLine == "HTTP/1.0 200", "a phrase that holds a secret is not kept")
    let archive = HTTPArchive([exchange], creator: .init(name: "opx", version: "0"))
    #expect(String(decoding: archive.utf8(), as: UTF8.self).contains(#""httpVersion": "HTTP/1.0""#))
  }

  @Test("what isn't known is left out")
  func unknown() {
    func exchange(_ status: HTTPResponse.Status, _ version: String?) -> Exchange {
      Exchange(
        id: .init(number: 1), operation: .get, startedAt: .now,
        request: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/"), requestBody: [],
        response: HTTPResponse(status: status), httpVersion: version, body: [], failure: nil,
        timings: .init(head: nil, total: .zero), tokenExchange: nil)
    }
    #expect(exchange(.init(code: 200), nil).statusLine == "200")
    #expect(exchange(.init(code: 200), "HTTP/1.1").statusLine == "HTTP/1.1 200")
    #expect(exchange(.notFound, nil).statusLine == "404 Not Found")
    #expect(exchange(.notFound, nil).sentFields.map(\.name.rawName) == ["Host"])
  }

  private static func client(
    _ peer: LoopbackPeer, _ dialect: Dialect, _ exchanges: Log<Exchange>
  ) throws -> OpenPaymentsClient {
    let url = try BaseURL("http://127.0.0.1:\(peer.port)")
    var configuration = OpenPaymentsClient.Configuration(
      auth: url, api: url,
      credentials: Credentials(clientID: "me", clientSecret: Secret("a-secret"), scopes: dialect.defaultScopes),
      dialect: dialect)
    configuration.onExchange = exchanges.append
    return OpenPaymentsClient(configuration, transport: try AsyncHTTPTransport())
  }
}
