import NIOCore
import NIOPosix
import Synchronization

/// A platform on loopback that answers as a test says, however wrong, and remembers what it was asked.
final class ScriptedServer: Sendable {
  struct Request: Sendable {
    let method: String
    /// Path and query, as sent.
    let target: String
    let fields: [(name: String, value: String)]
    let body: String
    /// How many requests for the same target came before.
    let repetition: Int

    /// The values of a header field, by its name in lower case.
    subscript(name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  }

  enum Reply: Sendable {
    case status(Int, type: String = "application/json", body: [UInt8])
    /// Exactly these bytes, after which the connection closes.
    case bytes([UInt8])
    case silence

    static func json(_ text: String) -> Reply { .status(200, body: Array(text.utf8)) }
  }

  static let clientID = "scripted-client"
  static let clientSecret = "sCr1pt3d+s3cr3t/=="
  static let token = "scripted.access-token"

  private let channel: any Channel
  private let log = RequestLog()
  let origin: String

  /// - Parameter special: the replies that differ from those of ``SmallPlatform``.
  init(_ special: @escaping @Sendable (Request) -> Reply? = { _ in nil }) throws {
    let log = log
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Connection(log) { special($0) ?? SmallPlatform.reply(to: $0) })
        }
      }
    channel = try bootstrap.bind(host: "127.0.0.1", port: 0).wait()
    origin = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
  }

  deinit { channel.close(promise: nil) }

  /// What was asked so far, in order.
  var requests: [Request] { log.requests }

  /// An address at which nothing listens: a port that no server of another test can be given in the meantime.
  static let closedOrigin = "http://127.0.0.1:1"

  /// Settings that lead `opx` here.
  var environment: [String: String] {
    [
      "OPX_AUTH_URL": origin, "OPX_API_URL": origin, "OPX_CLIENT_ID": Self.clientID,
      "OPX_CLIENT_SECRET": Self.clientSecret,
    ]
  }
}

private final class RequestLog: Sendable {
  private let all = Mutex<[ScriptedServer.Request]>([])

  var requests: [ScriptedServer.Request] { all.withLock { $0 } }

  func append(method: String, target: String, fields: [(String, String)], body: String) -> ScriptedServer.Request {
    all.withLock { requests in
      let repetition = requests.count { $0.target == target }
      let request = ScriptedServer.Request(
        method: method, target: target, fields: fields, body: body, repetition: repetition)
      requests.append(request)
      return request
    }
  }
}

private final class Connection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let log: RequestLog
  private let reply: (ScriptedServer.Request) -> ScriptedServer.Reply
  private var received = ""

  init(_ log: RequestLog, _ reply: @escaping (ScriptedServer.Request) -> ScriptedServer.Reply) {
    self.log = log
    self.reply = reply
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    guard let end = received.firstRange(of: "\r\n\r\n") else { return }
    let lines = received[..<end.lowerBound].split(separator: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (parts[0].lowercased(), String(parts[1].drop { $0 == " " }))
    }
    let body = received[end.upperBound...]
    let length = fields.first { $0.0 == "content-length" }.flatMap { Int($0.1) } ?? 0
    guard body.utf8.count >= length else { return }
    let request = log.append(method: words[0], target: words[1], fields: fields, body: String(body))
    received = ""
    send(reply(request), context)
  }

  private func send(_ reply: ScriptedServer.Reply, _ context: ChannelHandlerContext) {
    switch reply {
    case .status(let code, let type, let body):
      let head = "HTTP/1.1 \(code) Scripted\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n"
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: Array(head.utf8) + body)), promise: nil)
    case .bytes(let bytes):
      let channel = context.channel
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).whenComplete { _ in channel.close(promise: nil) }
    case .silence: break
    }
  }
}
