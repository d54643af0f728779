import NIOCore

/// Keeps the bytes of the head that a connection waits for. Those of bodies pass.
final class AwaitedHead: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private(set) var isAwaited = false
  private var bytes = ByteBuffer()

  /// As far as it has come.
  var head: ReceivedHead { ReceivedHead(bytes.readableBytesView) }

  /// Of the answer to a request that goes out now.
  func begin() {
    isAwaited = true
    bytes = ByteBuffer()
  }

  /// The head was of an interim answer, and the next one follows it.
  func skip(_ head: ReceivedHead) { bytes.moveReaderIndex(forwardBy: head.count) }

  func end() {
    isAwaited = false
    bytes = ByteBuffer()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard isAwaited else { return context.fireChannelRead(data) }
    var part = unwrapInboundIn(data)
    if bytes.readableBytes == 0 {
      bytes = part
    } else {
      bytes.writeBuffer(&part)
      bytes.discardReadBytes()
    }
    context.fireChannelRead(data)
    guard isAwaited, bytes.readableBytes > MalformedAnswer.longestHead else { return }
    end()
    context.fireErrorCaught(MalformedAnswer(.headTooLong))
  }
}
