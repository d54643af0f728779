import HTTPTypes
import NIOCore
import NIOHTTP1

/// Notes on each connection when a request went out, and hands that up with the answer's head: in fields of the head
/// that are put there on this side and taken off again, since AsyncHTTPClient has no other way to tell.
final class CallStamps: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias InboundOut = HTTPClientResponsePart
  typealias OutboundIn = HTTPClientRequestPart

  private static let sent = "opx-stamp-sent"
  private static let reused = "opx-stamp-reused"

  private var requests = 0
  private var sent = NIODeadline.uptimeNanoseconds(0)

  static func add(to channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    let check = try pipeline.handler(type: StatusCheck.self)
    try pipeline.addHandler(CallStamps(), position: .after(check))
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .head = unwrapOutboundIn(data) {
      requests += 1
      sent = .now()
    }
    context.write(data, promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
    head.headers.replaceOrAdd(name: Self.sent, value: "\(sent.uptimeNanoseconds)")
    head.headers.replaceOrAdd(name: Self.reused, value: "\(requests > 1)")
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  /// Takes the stamps off a head that has just arrived.
  ///
  /// - Parameter start: when the call began.
  static func take(from head: inout HTTPResponse, start: NIODeadline) -> TransportAnswer.Phases {
    func take(_ name: String) -> String? {
      guard let name = HTTPField.Name(name) else { return nil }
      defer { head.headerFields[name] = nil }
      return head.headerFields[name]
    }
    let written = take(sent).flatMap { UInt64($0) }.map { NIODeadline.uptimeNanoseconds($0) - start }
    return TransportAnswer.Phases(
      head: Duration(NIODeadline.now() - start), sent: written.map { Duration($0) },
      reusedConnection: take(reused).map { $0 == "true" })
  }
}
