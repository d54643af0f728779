import FoundationEssentials
import HTTPTypes
import Logging

/// Sends requests and makes an ``Exchange`` of each, whatever becomes of it.
struct ExchangeRecorder: Sendable {
  let transport: any HTTPTransport
  let gate: HostGate
  let time: TimeSource
  let bodyLimit: Int
  let logger: Logger
  let onExchange: @Sendable (Exchange) -> Void

  /// An exchange, the answer before anything in it was masked, and the token that the call carried.
  struct Recorded {
    let exchange: Exchange
    let response: HTTPResponse?
    /// In UTF-8, from whatever character set.
    let body: [UInt8]
    let token: AccessToken?
    /// Of all that is known to be secret in it.
    let masking: Masking
  }

  /// - Returns: nil if the task is cancelled before anything is sent.
  func send(_ call: Call) async -> Recorded? {
    let startedAt = time.now()
    let start = time.elapsed()
    let host = call.request.authority ?? ""
    let bodyLimit = call.bodyLimit ?? bodyLimit
    guard await gate.enter(host) else { return nil }
    defer { gate.leave(host) }
    guard !Task.isCancelled else { return nil }
    let turn = time.elapsed() - start
    var answer: TransportAnswer?
    var failure: TransportFailure.Reason?
    do {
      answer = try await transport.send(
        call.request, body: call.body, bodyLimit: bodyLimit, onReceived: call.onReceived)
    } catch {
      (answer, failure) = (error.partial, error.reason)
    }
    var response = answer?.response
    let body = AnswerBody(answer, isWhole: failure == nil, limit: bodyLimit)
    if failure == nil, body.isTooLarge { failure = .tooLarge(limit: bodyLimit) }
    var masking = Masking(call.secrets + (response.map { call.findSecrets($0, body.text) } ?? []))
    if call.operation == .token { masking = masking.knowing(tokensOf: body.text) }
    let status = response?.status.code
    response = response.map { masking($0) }
    let kept = body.masked(by: masking, call.operation, status: status)
    // Path and fields may be somebody's own, who put a secret there.
    var request = call.maskedRequest
    request.path = request.path.map {
      ParameterMasking.masked(
        url: String(decoding: masking(Array($0.utf8), shortest: Masking.shortestInText), as: UTF8.self))
    }
    request.headerFields = masking(request.headerFields)
    let exchange = Exchange(
      id: call.id, operation: call.operation, startedAt: startedAt, request: request,
      requestBody: SensitiveNames.masked(requestBody: call.maskedBody), response: response,
      httpVersion: answer?.httpVersion, body: kept.bytes ?? [],
      bodyLength: kept.bytes == nil ? body.bytes.count : nil, encodedBody: kept.encoded,
      codingProblem: body.problem.map { masking($0, of: response) }, document: kept.document,
      failure: failure.map { masking($0) },
      timings: Exchange.Timings(
        turn: turn, sent: (answer?.phases.sent).map { turn + $0 },
        reusedConnection: answer?.phases.reusedConnection, head: (answer?.phases.head).map { turn + $0 },
        total: time.elapsed() - start),
      tokenExchange: call.tokenExchange, previousTry: call.previousTry)
    logger.log(exchange)
    onExchange(exchange)
    return Recorded(
      exchange: exchange, response: answer?.response, body: body.text, token: call.token, masking: masking)
  }

  /// A request about to be sent, with what must not be recorded of it.
  struct Call {
    let id: UUID
    let operation: Operation
    let request: HTTPRequest
    let body: [UInt8]
    let maskedRequest: HTTPRequest
    let maskedBody: [UInt8]
    var secrets: [Secret]
    /// Finds what in the answer must not be recorded besides those.
    var findSecrets: @Sendable (HTTPResponse, [UInt8]) -> [Secret] = { _, _ in [] }
    let token: AccessToken?
    let tokenExchange: Exchange?
    let previousTry: Exchange?
    /// The most bytes of the answer where that is not the recorder's.
    var bodyLimit: Int?
    var onReceived: ReceivedBytes = { _, _ in }
  }
}
