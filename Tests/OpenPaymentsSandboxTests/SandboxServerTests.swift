import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Sandbox server", .timeLimit(.minutes(1)))
struct SandboxServerTests {
  private static func text(_ request: HTTPRequest, body: String) -> String {
    var text = "\(request.method.rawValue) \(request.path ?? "") HTTP/1.1\r\nHost: \(request.authority ?? "")\r\n"
    for field in request.headerFields { text += "\(field.name.rawName): \(field.value)\r\n" }
    return text + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
  }

  @Test("Over a socket every answer is byte for byte the one given in process, on one connection")
  func sameAnswers() async throws {
    let platform = TestClient().platform
    try await withRunningSandbox(platform) { sandbox in
      let connection = try sandbox.connect()
      var client = TestClient()
      client.authority = "127.0.0.1:\(sandbox.port)"
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

      func exchange(
        _ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields, body: String = ""
      ) async throws -> SandboxResponse {
        let request = HTTPRequest(
          method: method, scheme: "http", authority: client.authority, path: path, headerFields: fields)
        await connection.send(Self.text(request, body: body))
        return try await connection.receiveResponse(toHead: method == .head)
      }

      let answer = try await exchange(
        .post, "/connect/token", form, body: TestClient.form(scope: "aspspinformation private"))
      let token = try answer.object()["access_token"] as? String ?? ""
      let authorized: HTTPFields = [.authorization: "Bearer \(token)", .xRequestID: TestClient.requestID]

      let calls: [(HTTPRequest.Method, String, HTTPFields, String)] = [
        (.post, "/connect/token", form, "client_id=x"), (.get, "/connect/token", [:], ""),
        (.get, "/.well-known/openid-configuration", [:], ""), (.head, "/.well-known/openid-configuration", [:], ""),
        (.get, "/.well-known/openid-configuration/jwks", [:], ""),
        (.get, "/psd2/aspspinformation/v1/countries", authorized, ""),
        (.get, "/psd2/aspspinformation/v1/cities?isoCountryCodes=SE%2CFI", authorized, ""),
        (.get, "/psd2/aspspinformation/v1/aspsps", authorized, "ignored"),
        (.get, "/psd2/aspspinformation/v1/aspsps/SWEDSESS", authorized, ""),
        (.get, "/psd2/aspspinformation/v1/aspsps/XXXXXXXX", authorized, ""),
        (.head, "/psd2/aspspinformation/v1/countries", authorized, ""),
        (.delete, "/psd2/aspspinformation/v1/countries", authorized, ""),
        (.get, "/aspspinformation/v1/aspsps/SE/cities", authorized, ""),
        (.get, "/aspspinformation/v1/aspsps/XX/cities", authorized, ""), (.get, "/nowhere", [:], ""),
      ]
      for (method, path, fields, body) in calls {
        let expected = platform.respond(
          to: HTTPRequest(
            method: method, scheme: "http", authority: client.authority, path: path, headerFields: fields),
          body: Array(body.utf8))
        let received = try await exchange(method, path, fields, body: body)
        #expect(received == expected, "\(method) \(path)")
      }
    }
  }

  @Test("The address is complete: one loopback origin without a trailing slash, and the ready-made client")
  func address() async throws {
    try await withRunningSandbox { sandbox in
      #expect(sandbox.port > 0)
      #expect(sandbox.address.authURL == "http://127.0.0.1:\(sandbox.port)")
      #expect(sandbox.address.apiURL == sandbox.address.authURL)
      #expect(sandbox.address.clientID == SandboxCredentials.builtIn.clientID)
      #expect(sandbox.address.clientSecret == SandboxCredentials.builtIn.clientSecret)
      #expect(SandboxCredentials.builtIn.clientSecret.contains { "+/=".contains($0) })
    }
  }

  @Test("A port that is taken is named")
  func portTaken() async throws {
    try await withRunningSandbox { sandbox in
      let second = SandboxServer(port: UInt16(sandbox.port)) { _, _ in SandboxResponse(head: .init(status: .ok)) }
      await #expect(throws: SandboxServerError.self) { try await second.run { _ in } }
    }
  }

  @Test("Cancelling ends the server and closes idle, waiting and half-sent connections")
  func cancellation() async throws {
    let open = OpenConnections()
    try await withRunningSandbox { sandbox in
      for start in [
        "", "GET /nowhere HT", "POST /connect/token HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nabc",
        "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      ] {
        let connection = try sandbox.connect()
        await connection.send(start)
        await open.add(connection)
      }
      let idle = try sandbox.connect()
      await idle.send("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(try await idle.receiveResponse().status == 404)
      await open.add(idle)
    }
    // A connection left open would never come to its end.
    for connection in await open.connections { _ = await connection.receiveAll() }
  }

  @Test(
    "Junk is answered with 400 or a closed connection, and harms nobody else",
    arguments: Junk.all)
  func junk(_ junk: Junk) async throws {
    try await withRunningSandbox { sandbox in
      let connection = try sandbox.connect()
      await connection.send(junk.text)
      connection.finishSending()
      let answer = String(decoding: await connection.receiveAll(), as: UTF8.self)
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
      try await Self.expectAlive(sandbox)
    }
  }

  @Test("Oversized heads, many headers and long paths do no harm")
  func oversized() async throws {
    try await withRunningSandbox { sandbox in
      let long = String(repeating: "x", count: 200_000)
      let many = (0..<5000).map { "X-\($0): y\r\n" }.joined()
      for head in [
        "GET /\(long) HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\(many)\r\n",
      ] {
        let connection = try sandbox.connect()
        await connection.send(head)
        connection.finishSending()
        let answer = String(decoding: await connection.receiveAll(), as: UTF8.self)
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(80))")
      }
      try await Self.expectAlive(sandbox)
    }
  }

  @Test("A body of many megabytes is refused without being kept")
  func endlessBody() async throws {
    try await withRunningSandbox { sandbox in
      let connection = try sandbox.connect()
      let size = 20_000_000
      await connection.send(
        "POST /connect/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
          + "Content-Length: \(size)\r\n\r\n")
      await connection.send([UInt8](repeating: UInt8(ascii: "x"), count: size))
      #expect(try await connection.receiveResponse().status == 413)
      await connection.send("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(try await connection.receiveResponse().status == 404)
    }
  }

  @Test("A client that has finished sending still gets its answer, and one that hangs up is forgotten")
  func halfClosed() async throws {
    try await withRunningSandbox { sandbox in
      let polite = try sandbox.connect()
      await polite.send("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
      polite.finishSending()
      #expect(String(decoding: await polite.receiveAll(), as: UTF8.self).hasPrefix("HTTP/1.1 404 "))
      for start in ["", "GET / HTTP/1.1\r\nHos", "POST /connect/token HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc"] {
        await (try sandbox.connect()).send(start)
      }
      try await Self.expectAlive(sandbox)
    }
  }

  @Test("Header names are case-insensitive and chunked bodies are read")
  func spellings() async throws {
    try await withRunningSandbox { sandbox in
      let connection = try sandbox.connect()
      let form = TestClient.form(scope: "private")
      await connection.send(
        "POST /connect/token HTTP/1.1\r\nHOST: x\r\ncontent-TYPE: application/x-www-form-urlencoded\r\n"
          + "transfer-encoding: chunked\r\n\r\n\(String(form.utf8.count, radix: 16))\r\n\(form)\r\n0\r\n\r\n")
      #expect(try await connection.receiveResponse().status == 200)
    }
  }

  private static func expectAlive(_ sandbox: RunningSandbox) async throws {
    let connection = try sandbox.connect()
    await connection.send("GET /.well-known/openid-configuration HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(try await connection.receiveResponse().status == 200)
  }
}

/// What is no HTTP request; its test output is free of raw control characters.
struct Junk: CustomTestStringConvertible {
  let text: String

  var testDescription: String { text.debugDescription }

  static let all: [Junk] = [
    "\0\u{1}\u{2}\r\n\r\n", "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\nno colon\r\n\r\n",
    "POST /connect/token HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "POST /connect/token HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "POST /connect/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "\u{16}\u{3}\u{1}\u{2}\0\u{1}",
  ].map { Junk(text: $0) }
}

/// Connections that outlive the server.
private actor OpenConnections {
  private(set) var connections: [RawConnection] = []

  func add(_ connection: RawConnection) { connections.append(connection) }
}
