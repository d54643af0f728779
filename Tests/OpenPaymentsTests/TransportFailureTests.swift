import HTTPTypes
import OpenPayments
import Testing

@Suite("Failures of a real connection", .timeLimit(.minutes(3)))
struct TransportFailureTests {
  @Test("a refused connection is told from an unknown host")
  func noServer() async throws {
    // A port that a server of another test can't be given in the meantime.
    #expect(try await Call(port: 1).failure()?.reason == .connectionRefused)
    #expect(try await Call(host: "nohost.invalid", port: 80).failure()?.reason == .hostNotFound)
  }

  @Test("a server that accepts and says nothing is silence")
  func hang() async throws {
    let failure = try await LoopbackPeer.failure(timeout: .milliseconds(200)) { await $0.hang() }
    #expect(failure == TransportFailure(.silent(.milliseconds(200))))
  }

  @Test("silence in the middle of a body keeps what had arrived")
  func hangInBody() async throws {
    let failure = try await LoopbackPeer.failure(timeout: .seconds(4)) { connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      await connection.hang()
    }
    #expect(failure?.reason == .silent(.seconds(4)))
    #expect(failure?.partial?.response.status == .ok)
    #expect(failure?.partial?.body == Array("abc".utf8))
  }

  @Test("a body without end is ended by the limit on the whole call, with what had arrived")
  func endlessBody() async throws {
    let failure = try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      try await connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      while true { try await connection.send("1\r\nx\r\n") }
    }) { peer in
      var call = Call(port: peer.port)
      call.bodyLimit = .max
      call.configuration.timeout = .seconds(4)
      call.configuration.totalTimeoutFactor = 1
      return try await call.failure()
    }
    #expect(failure?.reason == .tooSlow(.seconds(4)))
    #expect(failure?.partial?.body.starts(with: [UInt8(ascii: "x")]) == true)
  }

  @Test(
    "a connection closed before the head is complete is cut short",
    arguments: ["", "HTTP/1.1 200 OK\r\nContent-Le"])
  func closedBeforeHead(text: String) async throws {
    #expect(try await LoopbackPeer.failure(afterSending: text) == TransportFailure(.cutShort))
  }

  @Test("a connection closed before the request is read is cut short")
  func closedAtOnce() async throws {
    #expect(try await LoopbackPeer.failure { _ in }?.reason == .cutShort)
  }

  @Test(
    "a connection closed inside the body is cut short, with what had arrived",
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    ])
  func closedInBody(text: String) async throws {
    let failure = try await LoopbackPeer.failure(afterSending: text)
    #expect(failure?.reason == .cutShort)
    #expect(failure?.partial?.body == Array("abc".utf8))
  }

  @Test("a reset is cut short", arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"])
  func reset(text: String) async throws {
    let failure = try await LoopbackPeer.failure { connection in
      _ = try await connection.request()
      try await connection.send(text)
      try await connection.reset()
    }
    #expect(failure?.reason == .cutShort)
  }

  @Test(
    "what is not HTTP is called that",
    arguments: [
      "SSH-2.0-OpenSSH_9.2\r\n\r\n", "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{46}", "{}", "ICY 200 OK\r\n\r\n",
      "http/1.1 200 OK\r\n\r\n",
    ])
  func junk(text: String) async throws {
    #expect(try await LoopbackPeer.failure(afterSending: text)?.reason == .notHTTP)
  }

  @Test("an answer sent before any request does no harm")
  func unsolicited() async throws {
    let failure = try await LoopbackPeer.failure(timeout: .milliseconds(500)) { connection in
      for _ in 1...3 { try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
      await connection.hang()
    }
    // Whether it is taken for the answer depends on which comes first; both are sound.
    #expect(failure?.partial == nil)
  }

  @Test("interim answers without end are ended by the limit on the whole call")
  func endlessInterim() async throws {
    let failure = try await LoopbackPeer.failure(timeout: .milliseconds(300), factor: 1) { connection in
      _ = try await connection.request()
      while true { try await connection.send("HTTP/1.1 100 Continue\r\n\r\n") }
    }
    #expect(failure?.reason == .tooSlow(.milliseconds(300)) || failure?.reason == .silent(.milliseconds(300)))
  }

  @Test("a cancelled call ends at once and closes its connection", arguments: [false, true])
  func cancelled(afterHead: Bool) async throws {
    let (requests, arrived) = AsyncStream.makeStream(of: Void.self)
    let (ends, ended) = AsyncStream.makeStream(of: Void.self)
    try await LoopbackPeer.run({ connection in
      _ = try await connection.request()
      if afterHead { try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") }
      arrived.yield()
      await connection.hang()
      ended.yield()
    }) { peer in
      let call = Task { try await Call(port: peer.port).failure() }
      for await _ in requests { break }
      call.cancel()
      let failure = try await call.outcome()
      #expect(failure?.reason == .cancelled)
      for await _ in ends { break }
    }
  }
}
