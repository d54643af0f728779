package import FoundationEssentials
package import HTTPTypes
import Logging

/// Calls that the client has no method for, recorded as its own are: an ``Exchange`` of each, secrets masked.
///
/// Nothing is tried twice, and no redirect is followed.
package struct RecordedCaller: Sendable {
  /// What came back.
  package struct Answer: Sendable {
    /// The record of the call, without its secrets.
    package let exchange: Exchange
    package let response: HTTPResponse
    /// In UTF-8, secrets included.
    package let body: [UInt8]
  }

  /// A request, and how it is recorded.
  package struct Call: Sendable {
    let operation: Operation
    let request: HTTPRequest
    var body: [UInt8] = []
    var maskedBody: [UInt8] = []
    var secrets: [Secret] = []
    /// Finds what in the answer must not be recorded.
    var findSecrets: @Sendable (HTTPResponse, [UInt8]) -> [Secret] = { _, _ in [] }

    /// - Parameters:
    ///   - maskedBody: the body as it is recorded.
    ///   - secrets: what must not be recorded wherever it may turn up, in the request's head too.
    package init(
      _ operation: Operation, _ request: HTTPRequest, body: [UInt8] = [], maskedBody: [UInt8] = [],
      secrets: [Secret] = [], findSecrets: @escaping @Sendable (HTTPResponse, [UInt8]) -> [Secret] = { _, _ in [] }
    ) {
      self.operation = operation
      self.request = request
      self.body = body
      self.maskedBody = maskedBody
      self.secrets = secrets
      self.findSecrets = findSecrets
    }
  }

  private static let bodyLimit = 1024 * 1024

  private let transport: any HTTPTransport
  private let gate = HostGate(limit: 8)
  private let time: TimeSource
  private let newID: @Sendable () -> UUID
  private let onExchange: @Sendable (Exchange) -> Void

  package init(
    transport: any HTTPTransport, time: TimeSource = .system, newID: @escaping @Sendable () -> UUID = { UUID() },
    onExchange: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) {
    self.transport = transport
    self.time = time
    self.newID = newID
    self.onExchange = onExchange
  }

  /// - Parameter isTold: whether anybody is told of the exchange.
  /// - Throws: when no whole answer came that can be read. Its status may be any.
  package func send(
    _ call: Call, isTold: @escaping @Sendable (Exchange) -> Bool = { _ in true }
  ) async throws(OpenPaymentsError) -> Answer {
    let recorder = ExchangeRecorder(
      transport: transport, gate: gate, time: time, bodyLimit: Self.bodyLimit,
      logger: Logger(label: "OpenPayments") { _ in SwiftLogNoOpLogHandler() },
      onExchange: { [onExchange] exchange in if isTold(exchange) { onExchange(exchange) } })
    let recorded = await recorder.send(
      .init(
        id: newID(), operation: call.operation, request: call.request, body: call.body, maskedRequest: call.request,
        maskedBody: call.maskedBody, secrets: call.secrets, findSecrets: call.findSecrets, token: nil,
        tokenExchange: nil, previousTry: nil))
    guard let recorded else { throw OpenPaymentsError(.cancelled, operation: call.operation) }
    let exchange = recorded.exchange
    guard exchange.failure == nil, exchange.codingProblem == nil, let response = recorded.response else {
      throw OpenPaymentsError(recorded)
        ?? OpenPaymentsError(.cancelled, operation: call.operation, exchange: exchange)
    }
    return Answer(exchange: exchange, response: response, body: recorded.body)
  }
}
