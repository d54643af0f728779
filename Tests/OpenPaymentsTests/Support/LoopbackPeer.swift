import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server of raw bytes on the loopback interface: what happens on a connection is a script.
struct LoopbackPeer: Sendable {
  let port: Int
  let connections: Counter

  typealias Script = @Sendable (inout PeerConnection) async throws -> Void

  /// Listens while `body` runs; each connection runs `script` and is closed at its end.
  static func run<Value: Sendable>(
    host: String = "127.0.0.1", tls: TLSConfiguration? = nil, _ script: @escaping Script,
    while body: @Sendable (LoopbackPeer) async throws -> Value
  ) async throws -> Value {
    let context = try tls.map { try NIOSSLContext(configuration: $0) }
    let connections = Counter()
    let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: host, port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context)) }
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let peer = LoopbackPeer(port: server.channel.localAddress?.port ?? 0, connections: connections)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await serve(server, connections, script) }
      defer { group.cancelAll() }
      return try await body(peer)
    }
  }

  private static func serve(
    _ server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>, _ connections: Counter,
    _ script: @escaping Script
  ) async throws {
    try await server.executeThenClose { clients in
      try await withThrowingDiscardingTaskGroup { group in
        for try await client in clients {
          let number = connections.next()
          group.addTask {
            // A client that hangs up in the middle is part of many a script.
            try? await client.executeThenClose { inbound, outbound in
              var connection = PeerConnection(
                number: number, channel: client.channel, inbound: inbound.makeAsyncIterator(), outbound: outbound)
              try await script(&connection)
            }
          }
        }
      }
    }
  }
}

/// A connection that a client has opened.
struct PeerConnection {
  /// 1 for the first.
  let number: Int
  fileprivate let channel: any Channel
  fileprivate var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

  /// The next whole request, head and body, as text; nil once the client has hung up.
  mutating func request() async throws -> String? {
    var text = ""
    while !Self.isWhole(text) {
      guard let bytes = try await inbound.next() else { return nil }
      text += String(buffer: bytes)
    }
    return text
  }

  /// Waits until the client has said something.
  mutating func greeting() async throws { _ = try await inbound.next() }

  func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

  func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

  /// Says nothing until the client hangs up, be it with a reset.
  mutating func hang() async {
    do { while try await inbound.next() != nil {} } catch {}
  }

  /// Ends the connection with a TCP reset instead of a close.
  func reset() async throws {
    try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
  }

  private static func isWhole(_ text: String) -> Bool {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
    let lengths = text[..<end.lowerBound].split(separator: "\r\n")
      .filter { $0.lowercased().hasPrefix("content-length:") }
      .compactMap { Int($0.drop { $0 != ":" }.dropFirst().filter { $0 != " " }) }
    return text[end.upperBound...].utf8.count >= lengths.first ?? 0
  }
}

/// Counts from anywhere.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  @discardableResult
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
