import HTTPTypes
import OpenPayments
import Testing

@Suite("Heads as they came", .timeLimit(.minutes(3)))
struct StatusLineTests {
  @Test(
    "version and reason phrase are the ones received",
    arguments: [
      ("HTTP/1.1 200 Fine by me", "HTTP/1.1", "Fine by me"), ("HTTP/1.0 404 Nope", "HTTP/1.0", "Nope"),
      ("HTTP/1.1 200", "HTTP/1.1", ""), ("HTTP/1.1 200 ", "HTTP/1.1", ""), ("HTTP/1.1 599 a b", "HTTP/1.1", "a b"),
      ("HTTP/1.1 200 caf\u{e9}", "HTTP/1.1", "caf\u{e9}"), ("HTTP/1.1 200 a\u{0}\u{1b}[2J", "HTTP/1.1", "a␀␛[2J"),
    ])
  func received(line: String, version: String, reason: String) async throws {
    let answer = try await LoopbackPeer.answer("\(line)\r\nContent-Length: 0\r\n\r\n")
    #expect(answer.httpVersion == version)
    #expect(answer.response.status.reasonPhrase == reason)
  }

  @Test("each answer of a kept connection has its own, whatever comes before it and however it is cut")
  func keptConnection() async throws {
    let bytes = Array("HTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 200 Second\r\nContent-Length: 0\r\n\r\n".utf8)
    let answers = try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 200 First\r\nContent-Length: 27\r\n\r\nHTTP/1.1 200 No\r\nA: b\r\n\r\n..")
      _ = try await connection.request()
      for byte in bytes { try await connection.send([byte]) }
      await connection.hang()
    }) { peer in
      let transport = try AsyncHTTPTransport()
      let request = Call(port: peer.port).request
      return [
        try await transport.send(request, body: [], bodyLimit: 100),
        try await transport.send(request, body: [], bodyLimit: 100),
      ]
    }
    #expect(answers.map(\.response.status.reasonPhrase) == ["First", "Second"])
    #expect(answers.map(\.phases.reusedConnection) == [false, true])
  }

  @Test("fields keep their order and spelling, and those in ISO 8859-1 their letters")
  func fields() async throws {
    let answer = try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      let head = "HTTP/1.1 200 Gef|llt\r\nx-ODD: caf|  \r\nX-Odd: 2\r\nset-cookie: a=b\r\nX-Odd: 3\r\nE:\r\n"
      let bytes = Array(head.utf8).map { $0 == UInt8(ascii: "|") ? 0xE4 : $0 }
      try await connection.send(bytes + Array("!#$%&'*+-.^_`|~9aZ: 4\r\nContent-Length: 0\r\n\r\n".utf8))
    }) { try await Call(port: $0.port).answer() }
    #expect(answer.response.status.reasonPhrase == "Gefällt")
    #expect(
      answer.response.headerFields.map { "\($0.name.rawName): \($0.value)" } == [
        "x-ODD: cafä", "X-Odd: 2", "set-cookie: a=b", "X-Odd: 3", "E: ", "!#$%&'*+-.^_`|~9aZ: 4", "Content-Length: 0",
      ])
  }

  @Test("a length that no body follows is no announcement", arguments: [204, 304])
  func noBody(status: Int) async throws {
    let answer = try await LoopbackPeer.answer("HTTP/1.1 \(status) No\r\nContent-Length: 99\r\n\r\n", bodyLimit: 10)
    #expect(answer.response.status.code == status && answer.body.isEmpty)
  }

  @Test("a switch of protocols is an answer, and its connection is not used again")
  func switching() async throws {
    try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 101 Go on\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u{1}\u{2}")
      await connection.hang()
    }) { peer in
      let transport = try AsyncHTTPTransport()
      for _ in 1...2 {
        let answer = try await transport.send(Call(port: peer.port).request, body: [], bodyLimit: 10)
        #expect(answer.response.status.code == 101 && answer.response.status.reasonPhrase == "Go on")
      }
      #expect(peer.connections.value == 2)
    }
  }
}
