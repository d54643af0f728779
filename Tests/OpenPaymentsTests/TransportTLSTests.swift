import HTTPTypes
import NIOSSL
import Testing

@testable import OpenPayments

@Suite("TLS", .timeLimit(.minutes(3)))
struct TransportTLSTests {
  private static let ok: LoopbackPeer.Script = { connection in
    _ = try await connection.request()
    try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
  }

  /// Calls a TLS server, trusting the test authority unless told otherwise.
  private func call(
    _ tls: TLSConfiguration?, host: String = "127.0.0.1", trusting authority: String? = TestCertificates.authority,
    timeout: Duration = .seconds(10), _ script: @escaping LoopbackPeer.Script = ok
  ) async throws -> TransportFailure.Reason? {
    try await LoopbackPeer.run(tls: tls, script) { peer in
      try await withTemporaryFile(authority ?? "") { path in
        var call = Call(.get, "https", host: host, port: peer.port)
        call.configuration.timeout = timeout
        call.configuration.caFile = authority == nil ? nil : path
        return try await call.failure()?.reason
      }
    }
  }

  @Test(
    "a certificate of the extra authority is trusted, by name and by address", arguments: ["127.0.0.1", "localhost"])
  func extraAuthority(host: String) async throws {
    #expect(try await call(.server(TestCertificates.loopback), host: host) == nil)
  }

  @Test("a certificate of an unknown authority is not trusted")
  func unknownAuthority() async throws {
    let reason = try await call(.server(TestCertificates.loopback), trusting: nil)
    #expect(reason == .untrustedCertificate("its certificate authority is not known here, or it has expired"))
  }

  @Test("an expired certificate is not trusted")
  func expired() async throws {
    let reason = try await call(.server(TestCertificates.expired))
    #expect(reason == .untrustedCertificate("its certificate authority is not known here, or it has expired"))
  }

  @Test("a certificate for another host is not trusted", arguments: ["127.0.0.1", "localhost"])
  func otherHost(host: String) async throws {
    let reason = try await call(.server(TestCertificates.otherHost), host: host)
    #expect(reason == .untrustedCertificate("it belongs to another host"))
  }

  @Test(
    "a server that speaks no TLS is called that", arguments: ["HTTP/1.1 400 Bad\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n"])
  func plainServer(greeting: String) async throws {
    let reason = try await call(nil) { connection in
      try await connection.send(greeting)
      await connection.hang()
    }
    #expect(reason == .tls("the answer is not TLS"))
  }

  @Test("a server that closes or hangs in the handshake", arguments: [false, true])
  func noHandshake(hangs: Bool) async throws {
    let timeout: Duration = hangs ? .milliseconds(200) : .seconds(10)
    let reason = try await call(nil, timeout: timeout) { if hangs { await $0.hang() } }
    // A close with the client's greeting still unread is a reset, which may be seen before the end of the handshake.
    #expect(hangs ? reason == .silent(timeout) : [.tls("the handshake failed"), .cutShort].contains(reason))
  }

  @Test("a call cancelled in the handshake ends at once")
  func cancelled() async throws {
    let (clients, arrived) = AsyncStream.makeStream(of: Void.self)
    try await LoopbackPeer.run({ connection in
      arrived.yield()
      await connection.hang()
    }) { peer in
      var call = Call(.get, "https", port: peer.port)
      call.configuration.timeout = .seconds(1000)
      let task = Task { [call] in try await call.failure() }
      for await _ in clients { break }
      task.cancel()
      let failure = try await task.outcome()
      #expect(failure?.reason == .cancelled)
    }
  }

  @Test("a server that wants a client certificate is understood")
  func clientCertificate() async throws {
    var tls = try TLSConfiguration.server(TestCertificates.loopback)
    tls.certificateVerification = .noHostnameVerification
    tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(TestCertificates.authority.utf8)))
    #expect(try await call(tls) == .tls("the server refused the handshake; it may want a client certificate"))
  }

  @Test("a server that speaks TLS 1.2 alone will do", arguments: [TLSVersion.tlsv12, .tlsv13])
  func goodVersions(version: TLSVersion) async throws {
    var tls = try TLSConfiguration.server(TestCertificates.loopback)
    (tls.minimumTLSVersion, tls.maximumTLSVersion) = (version, version)
    #expect(try await call(tls) == nil)
  }

  @Test(
    "a server that speaks older versions alone gets no request", arguments: [TLSVersion.tlsv1, .tlsv11], [true, false])
  func oldVersions(version: TLSVersion, hasOwnAuthority: Bool) async throws {
    var tls = try TLSConfiguration.server(TestCertificates.loopback)
    tls.maximumTLSVersion = version
    let reason = try await call(tls, trusting: hasOwnAuthority ? TestCertificates.authority : nil) { connection in
      if try await connection.request() != nil { Issue.record("it got one") }
    }
    #expect(reason == .tls("the server speaks only an old version of TLS, and 1.2 or later is needed"))
  }

  @Test("plain http to a TLS server fails")
  func plainToTLS() async throws {
    let reason = try await LoopbackPeer.run(tls: .server(TestCertificates.loopback), Self.ok) { peer in
      try await Call(port: peer.port).failure()?.reason
    }
    #expect(reason == .cutShort)
  }

  @Test("a CA file that is missing, empty or no certificate is refused before any call")
  func badFile() async throws {
    for text in ["", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"] {
      try await withTemporaryFile(text) { path in
        var configuration = AsyncHTTPTransport.Configuration()
        configuration.caFile = path
        #expect(throws: CertificateError.self) { _ = try AsyncHTTPTransport(configuration) }
      }
    }
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.caFile = "/nowhere/ca.pem"
    #expect(throws: CertificateError.self) { _ = try AsyncHTTPTransport(configuration) }
  }
}
