import HTTPTypes
import JSONText
import OpenPayments
import Testing

@Suite("Requests and answers of a real connection", .timeLimit(.minutes(3)))
struct TransportAnswerTests {
  @Test("a transport that is thrown away closes the connections it kept")
  func thrownAway() async throws {
    let closed = Gate()
    try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      await connection.hang()
      closed.open()
    }) { peer in
      _ = try await Call(port: peer.port).answer()
      await closed.wait()
    }
  }

  @Test("when the request went out, and whether over a kept connection, is told and leaves no trace on the wire")
  func phases() async throws {
    let heads = Log<String>()
    let answers = try await LoopbackPeer.run({ connection in
      for _ in 0..<2 {
        heads.append(try await connection.request() ?? "")
        try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nopx-call: 1\r\n\r\n")
      }
      await connection.hang()
    }) { peer in
      var call = Call(port: peer.port)
      call.request.headerFields[HTTPField.Name("opx-call")!] = "7"
      let transport = try AsyncHTTPTransport(call.configuration)
      var answers: [TransportAnswer] = []
      for _ in 0..<2 { answers.append(try await transport.send(call.request, body: [], bodyLimit: 10)) }
      return answers
    }
    #expect(answers.map(\.phases.reusedConnection) == [false, true])
    for answer in answers {
      let sent = try #require(answer.phases.sent)
      #expect(sent > .zero && sent <= answer.phases.head)
      #expect(answer.response.headerFields.map(\.name.rawName) == ["Content-Length", "opx-call"])
    }
    #expect(
      heads.entries.allSatisfy { $0.split(separator: "\r\n").count == 3 && $0.hasSuffix("\r\nopx-call: 7\r\n\r\n") })
  }

  @Test("how much of a body has come is told on the way, and of how much where that was announced")
  func received() async throws {
    for head in ["Content-Length: 6\r\n", "Connection: close\r\n"] {
      let told = Log<[Int?]>()
      let answer = try await LoopbackPeer.run({ connection in
        _ = try await connection.request()
        try await connection.send("HTTP/1.1 200 OK\r\n\(head)\r\n[1,")
        try await connection.send("23]")
      }) { peer in
        let call = Call(port: peer.port)
        return try await AsyncHTTPTransport(call.configuration).send(call.request, body: [], bodyLimit: 10) {
          told.append([$0, $1])
        }
      }
      #expect(answer.body == Array("[1,23]".utf8))
      #expect(answer.scanner?.error == nil && answer.scanner?.byteCount == 6)
      #expect(told.entries.last == [6, head.hasPrefix("Content") ? 6 : nil])
    }
  }

  @Test("a request has the fields it was given, Host and nothing else")
  func getRequest() async throws {
    let sent = try await sentRequest { call in
      call.request.path = "/a%2Fb/%2E%2E/c%20d?q=SE,FI&r=%C3%85"
      call.request.headerFields[.authorization] = "Bearer t"
      call.request.headerFields[.cacheControl] = "no-cache"
      call.request.headerFields[.contentType] = "application/json"
    }
    #expect(
      sent == """
        GET /a%2Fb/%2E%2E/c%20d?q=SE,FI&r=%C3%85 HTTP/1.1\r
        Host: {authority}\r
        Authorization: Bearer t\r
        Cache-Control: no-cache\r
        Content-Type: application/json\r
        \r

        """)
  }

  @Test("a request with a body also has its length")
  func postRequest() async throws {
    let sent = try await sentRequest { call in
      call.request.method = .post
      call.request.headerFields[.contentType] = "application/x-www-form-urlencoded"
      call.body = Array("a=1&b=2".utf8)
    }
    #expect(
      sent == """
        POST /path HTTP/1.1\r
        Host: {authority}\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: 7\r
        \r
        a=1&b=2
        """)
  }

  @Test("an IPv6 address keeps its brackets in Host")
  func ipv6() async throws {
    #expect(try await sentRequest(address: "::1", host: "[::1]").contains("\r\nHost: {authority}\r\n"))
  }

  private func sentRequest(
    address: String = "127.0.0.1", host: String = "127.0.0.1", _ change: @Sendable (inout Call) -> Void = { _ in }
  ) async throws -> String {
    let (requests, arrived) = AsyncStream.makeStream(of: String.self)
    return try await LoopbackPeer.run(
      host: address,
      { connection in
        arrived.yield(try await connection.request() ?? "")
        try await connection.send("HTTP/1.1 204 No Content\r\n\r\n")
      }
    ) { peer in
      var call = Call(host: host, port: peer.port)
      change(&call)
      _ = try await call.answer()
      for await request in requests { return request.replacing("\(host):\(peer.port)", with: "{authority}") }
      return ""
    }
  }

  @Test("chunks, no length at all, interim answers and 204 are read as HTTP has them")
  func framing() async throws {
    let chunked = try await LoopbackPeer.answer(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: u\r\n\r\n")
    #expect(chunked.body == Array("abcde".utf8))
    let old = try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.0 200 OK\r\n\r\nuntil the end")
    }) { try await Call(port: $0.port).answer() }
    #expect(old.body == Array("until the end".utf8))
    let interim = try await LoopbackPeer.answer(
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    )
    #expect(interim.body == Array("ok".utf8))
    #expect(interim.response.status == .ok)
    let empty = try await LoopbackPeer.answer("HTTP/1.1 204 No Content\r\n\r\n")
    #expect(empty.response.status == .noContent && empty.body.isEmpty)
  }

  @Test("bytes beyond the announced length belong to nobody")
  func surplus() async throws {
    let answer = try await LoopbackPeer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokmore")
    #expect(answer.body == Array("ok".utf8))
  }

  @Test("odd statuses, reasons and fields come through without harm")
  func oddHead() async throws {
    let answer = try await LoopbackPeer.answer(
      "HTTP/1.1 999 \u{1b}[2J Ü\r\nX-A: caf\u{e9}\r\nX-A: 2\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n")
    #expect(answer.response.status.code == 999)
    #expect(answer.response.status.reasonPhrase == "␛[2J Ü")
    #expect(answer.response.headerFields[values: .init("X-A")!] == ["caf\u{e9}", "2"])
  }

  @Test("nothing is decompressed")
  func compressed() async throws {
    let answer = try await LoopbackPeer.answer(
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u{1f}\u{b}ab")
    #expect(answer.body == [0x1F, 0x0B, 0x61, 0x62])
  }

  @Test("a redirect is an answer like any other")
  func redirect() async throws {
    let answer = try await LoopbackPeer.answer(
      "HTTP/1.1 302 Found\r\nLocation: http://nohost.invalid/\r\nContent-Length: 0\r\n\r\n")
    #expect(answer.response.status == .found)
  }

  @Test("a body of just the limit is read")
  func limit() async throws {
    let answer = try await LoopbackPeer.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde", bodyLimit: 5)
    #expect(answer.body.count == 5)
  }

  @Test(
    "a larger body is refused, with as much as the limit allows",
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef", ""),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n0\r\n\r\n", "abcde"),
      ("HTTP/1.0 200 OK\r\n\r\nabcdef", "abcde"),
    ])
  func tooLarge(text: String, kept: String) async throws {
    let failure = await #expect(throws: TransportFailure.self) {
      try await LoopbackPeer.answer(text, bodyLimit: 5)
    }
    #expect(failure?.reason == .tooLarge(limit: 5))
    #expect(failure?.partial?.body == Array(kept.utf8))
  }

  @Test("a connection is used again")
  func keepAlive() async throws {
    try await LoopbackPeer.run({ connection in
      while try await connection.request() != nil {
        try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
      }
    }) { peer in
      let transport = try AsyncHTTPTransport()
      for _ in 1...3 {
        #expect(try await transport.send(Call(port: peer.port).request, body: [], bodyLimit: 10).body.count == 2)
      }
      #expect(peer.connections.value == 1)
    }
  }

  @Test("a connection that the server closed after its answer is not used again")
  func closedBetween() async throws {
    try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok")
    }) { peer in
      let transport = try AsyncHTTPTransport()
      for _ in 1...3 {
        #expect(try await transport.send(Call(port: peer.port).request, body: [], bodyLimit: 10).body.count == 2)
      }
      #expect(peer.connections.value == 3)
    }
  }
}
