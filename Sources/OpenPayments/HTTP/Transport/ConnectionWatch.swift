import NIOCore
import NIOHTTP1

/// Tells a connection the target of each call and notes what AsyncHTTPClient doesn't tell, and says of an answer that can't be read what is
/// wrong with it.
final class ConnectionWatch: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias InboundOut = HTTPClientResponsePart
  typealias OutboundIn = HTTPClientRequestPart
  typealias OutboundOut = HTTPClientRequestPart

  private let notes: CallNotes
  private let awaited: AwaitedHead
  private var requests = 0
  private var call: Int?
  private var hasRefused = false

  private init(_ notes: CallNotes, _ awaited: AwaitedHead) {
    self.notes = notes
    self.awaited = awaited
  }

  static func add(to channel: any Channel, _ notes: CallNotes) throws {
    let pipeline = channel.pipeline.syncOperations
    let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
    let awaited = AwaitedHead()
    try pipeline.addHandler(awaited, position: .before(decoder))
    try pipeline.addHandler(ConnectionWatch(notes, awaited), position: .after(decoder))
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    call = CallNotes.takeNumber(from: &head.headers)
    requests += 1
    awaited.begin()
    note {
      head.uri = $0.target ?? head.uri
      $0.sent = .now()
      $0.reusedConnection = requests > 1
    }
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !hasRefused else { return }
    guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
    let received = awaited.head
    // AsyncHTTPClient would take a lower one for that of an interim answer, and end the program.
    let isStatus = head.status.code >= 100
    guard isStatus, received.count <= MalformedAnswer.longestHead else {
      hasRefused = true
      return errorCaught(context: context, error: isStatus ? HTTPParserError.headerOverflow : .invalidStatus)
    }
    if (100..<200).contains(head.status.code), head.status != .switchingProtocols {
      awaited.skip(received)
    } else {
      note { $0.reason = received.reason }
      if head.headers.contains(where: { $0.value.contains("\u{FFFD}") }) { head.headers = received.fields }
      awaited.end()
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, error != .invalidEOFState else {
      return context.fireErrorCaught(error)
    }
    let malformed = awaited.isAwaited ? MalformedAnswer(awaited.head, error) : MalformedAnswer(body: error)
    context.fireErrorCaught(malformed ?? TransportFailure(.notHTTP))
  }

  private func note(_ change: (inout CallNotes.Note) -> Void) {
    if let call { notes.add(to: call, change) }
  }
}
