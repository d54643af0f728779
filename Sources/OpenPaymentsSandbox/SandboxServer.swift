public import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The sandbox over HTTP/1.1 on the loopback interface.
public struct SandboxServer: Sendable {
  /// Answers one request. Of a body longer than ``SandboxPlatform/maximumBodySize`` it sees one byte more than that.
  public typealias Responder = @Sendable (HTTPRequest, [UInt8]) async -> SandboxResponse

  private let port: UInt16
  private let credentials: SandboxCredentials
  private let respond: Responder

  /// - Parameters:
  ///   - port: 0 lets the system choose.
  ///   - credentials: those that the responder accepts; they become part of the address.
  ///   - respond: usually ``SandboxPlatform/respond(to:body:)``.
  public init(port: UInt16 = 0, credentials: SandboxCredentials = .builtIn, respond: @escaping Responder) {
    self.port = port
    self.credentials = credentials
    self.respond = respond
  }

  /// Serves until the task is cancelled, and then closes every connection. Installs no signal handler, writes no log.
  ///
  /// - Parameter onListening: called once, when the socket accepts connections.
  /// - Throws: ``SandboxServerError`` when the port cannot be had.
  public func run(onListening: @escaping @Sendable (SandboxAddress) -> Void) async throws {
    let (respond, credentials) = (respond, credentials)
    let channel = HTTP1Channel { request, writer, _ in
      let response = await respond(request.head, try await Self.body(of: request))
      try await writer.write(response: response.head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
    let server = Server(
      childChannelSetup: channel, configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: Int(port))),
      onServerRunning: { channel in
        let origin = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
        onListening(
          SandboxAddress(
            authURL: origin, apiURL: origin, clientID: credentials.clientID, clientSecret: credentials.clientSecret))
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await server.run()
    } catch let error as IOError {
      throw SandboxServerError(port: port, errorNumber: error.errnoCode)
    }
  }

  private static func body(of request: Request) async throws -> [UInt8] {
    var body: [UInt8] = []
    for try await part in request.body {
      body.append(contentsOf: part.readableBytesView.prefix(SandboxPlatform.maximumBodySize + 1 - body.count))
      if body.count > SandboxPlatform.maximumBodySize { break }
    }
    return body
  }
}
