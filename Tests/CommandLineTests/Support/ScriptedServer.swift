import NIOCore
import NIOPosix
import NIOSSL

/// A loopback server that answers each request as a test says, however wrong.
final class ScriptedServer: Sendable {
  struct Request: Sendable {
    /// Request line and header fields.
    let head: String
    let body: String

    var path: String { head.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
    var isForToken: Bool { path == "/connect/token" }
  }

  enum Reply: Sendable {
    case status(Int, fields: [String] = [], body: [UInt8])
    /// Exactly these bytes, after which the connection closes.
    case bytes([UInt8])
    case silence

    static func json(_ text: String) -> Reply {
      .status(200, fields: ["Content-Type: application/json"], body: Array(text.utf8))
    }
    static let token = json(#"{"access_token":"scripted-token","expires_in":3600,"token_type":"Bearer"}"#)
  }

  private let channel: any Channel
  private let requests: AsyncStream<Request>
  let origin: String

  /// - Parameter certificate: makes it an https server.
  init(
    certificate: (chain: [NIOSSLCertificate], key: NIOSSLPrivateKey)? = nil,
    _ reply: @escaping @Sendable (Request) -> Reply
  ) async throws {
    let (requests, continuation) = AsyncStream.makeStream(of: Request.self)
    let tls = try certificate.map {
      try NIOSSLContext(
        configuration: .makeServerConfiguration(
          certificateChain: $0.chain.map { .certificate($0) }, privateKey: .privateKey($0.key)))
    }
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
          try channel.pipeline.syncOperations.addHandler(
            Handler { request in
              continuation.yield(request)
              return reply(request)
            })
        }
      }
    channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
    self.requests = requests
    origin = "\(tls == nil ? "http" : "https")://127.0.0.1:\(channel.localAddress?.port ?? 0)"
  }

  /// Answers token requests properly and everything else as said.
  static func api(_ reply: @escaping @Sendable (Request) -> Reply) async throws -> ScriptedServer {
    try await ScriptedServer { $0.isForToken ? .token : reply($0) }
  }

  deinit { channel.close(promise: nil) }

  /// Waits for the first request that fits.
  func request(_ fits: (Request) -> Bool) async -> Request? { await requests.first(where: fits) }

  /// Settings that lead `opx` here.
  var environment: [String: String] {
    [
      "OPX_AUTH_URL": origin, "OPX_API_URL": origin, "OPX_CLIENT_ID": "scripted-client",
      "OPX_CLIENT_SECRET": Self.secret,
    ]
  }

  static let secret = "sCr1pt3d+s3cr3t/=="

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let reply: (Request) -> Reply
    private var received: [UInt8] = []

    init(_ reply: @escaping (Request) -> Reply) { self.reply = reply }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received += unwrapInboundIn(data).readableBytesView
      let text = String(decoding: received, as: UTF8.self)
      guard let end = text.firstRange(of: "\r\n\r\n") else { return }
      let head = String(text[..<end.lowerBound])
      let length = head.lowercased().firstMatch(of: /content-length: *([0-9]+)/).flatMap { Int($0.1) } ?? 0
      let body = text[end.upperBound...]
      guard body.utf8.count >= length else { return }
      received = []
      send(reply(Request(head: head, body: String(body))), context: context)
    }

    private func send(_ reply: Reply, context: ChannelHandlerContext) {
      switch reply {
      case .status(let code, let fields, let body):
        let head = ["HTTP/1.1 \(code) Scripted", "Content-Length: \(body.count)"] + fields
        let bytes = Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
      case .bytes(let bytes):
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).whenComplete { _ in channel.close(promise: nil)
        }
      case .silence: break
      }
    }
  }
}
