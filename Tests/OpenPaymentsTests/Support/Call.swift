import HTTPTypes
import OpenPayments

/// One call over a transport of its own.
struct Call: Sendable {
  var request: HTTPRequest
  var body: [UInt8] = []
  var bodyLimit = 1000
  var configuration = AsyncHTTPTransport.Configuration()

  init(_ method: HTTPRequest.Method = .get, _ scheme: String = "http", host: String = "127.0.0.1", port: Int) {
    configuration.timeout = .seconds(60)
    request = HTTPRequest(method: method, scheme: scheme, authority: "\(host):\(port)", path: "/path")
  }

  func answer() async throws -> TransportAnswer {
    try await AsyncHTTPTransport(configuration).send(request, body: body, bodyLimit: bodyLimit)
  }

  /// What went wrong; nil if nothing did.
  func failure() async throws -> TransportFailure? {
    do {
      _ = try await answer()
      return nil
    } catch let failure as TransportFailure {
      return failure
    }
  }
}

extension LoopbackPeer {
  /// What becomes of a GET when each connection runs `script`.
  static func failure(
    timeout: Duration = .seconds(60), factor: Int = 20, _ script: @escaping Script
  ) async throws -> TransportFailure? {
    try await run(script) { peer in
      var call = Call(port: peer.port)
      call.configuration.timeout = timeout
      call.configuration.totalTimeoutFactor = factor
      return try await call.failure()
    }
  }

  /// What becomes of a GET that is answered with `text`, after which the connection stays open until the client ends it.
  static func answer(_ text: String, bodyLimit: Int = 1000) async throws -> TransportAnswer {
    try await run({ connection in
      _ = try await connection.request()
      try await connection.send(text)
      await connection.hang()
    }) { peer in
      var call = Call(port: peer.port)
      call.bodyLimit = bodyLimit
      return try await call.answer()
    }
  }

  /// Like ``answer(_:bodyLimit:)`` where the connection is closed after `text`.
  static func failure(afterSending text: String) async throws -> TransportFailure? {
    try await failure { connection in
      _ = try await connection.request()
      try await connection.send(text)
    }
  }
}
