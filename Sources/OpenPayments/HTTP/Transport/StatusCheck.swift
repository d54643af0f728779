import NIOCore
import NIOHTTP1

/// Refuses answers with a status below 100, which AsyncHTTPClient takes for interim ones and crashes on.
final class StatusCheck: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart

  private var hasRefused = false

  static func add(to channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
    try pipeline.addHandler(StatusCheck(), position: .after(decoder))
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data), head.status.code < 100 {
      hasRefused = true
      context.fireErrorCaught(HTTPParserError.invalidStatus)
    }
    if !hasRefused { context.fireChannelRead(data) }
  }
}
