import HTTPTypes
import OpenPayments
import Synchronization
import Testing

/// A transport that answers from a script and keeps what it was asked.
///
/// Each answer serves one request to its target, in the order given. A request that has none left fails the test, and so
/// does an answer that is never asked for (``expectAllUsed(_:)``).
final class StubTransport: HTTPTransport {
  private struct State {
    var script: [StubAnswer]
    var requests: [SentRequest] = []
  }

  private let state: Mutex<State>

  init(_ script: [StubAnswer]) { state = Mutex(State(script: script)) }

  var requests: [SentRequest] { state.withLock { $0.requests } }

  /// How many requests went to this target, such as `POST /connect/token`.
  func count(_ target: String) -> Int { requests.filter { $0.target == target }.count }

  func send(
    _ request: HTTPRequest, body: [UInt8], bodyLimit: Int
  ) async throws(TransportFailure) -> TransportAnswer {
    let sent = SentRequest(request: request, body: body, bodyLimit: bodyLimit)
    let answer = state.withLock { state in
      state.requests.append(sent)
      return state.script.firstIndex { $0.target == sent.target }.map { state.script.remove(at: $0) }
    }
    guard let answer else {
      Issue.record("no answer for this request:\n\(sent.text)")
      throw TransportFailure(.other("not in the script"))
    }
    await answer.hold()
    if Task.isCancelled { throw TransportFailure(.cancelled) }
    return try answer.result.get()
  }

  /// What the latest request was authorized with.
  var lastAuthorization: String? { requests.last?.request.headerFields[.authorization] }

  func expectAllUsed(_ location: SourceLocation = #_sourceLocation) {
    let unused = state.withLock { $0.script.map(\.target) }
    #expect(unused.isEmpty, "never asked for", sourceLocation: location)
  }
}

/// A request as it was sent.
struct SentRequest: Sendable {
  let request: HTTPRequest
  let body: [UInt8]
  /// The most bytes of an answer that were asked for.
  let bodyLimit: Int

  var target: String { "\(request.method.rawValue) \(request.path ?? "")" }

  /// The whole of it: method and address, fields in order, body.
  var text: String {
    let address = "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
    let fields = request.headerFields.map { "\($0.name.rawName): \($0.value)" }
    let body = body.isEmpty ? [] : ["", String(decoding: body, as: UTF8.self)]
    return (["\(request.method.rawValue) \(address)"] + fields + body).joined(separator: "\n")
  }
}

/// What a request to one target is answered with.
struct StubAnswer: Sendable {
  let target: String
  var result: Result<TransportAnswer, TransportFailure>
  /// Keeps the answer back until it returns.
  var hold: @Sendable () async -> Void = {}

  init(
    _ target: String, status: Int = 200, fields: HTTPFields = [.contentType: "application/json"], _ body: String = ""
  ) {
    self.target = target
    result = .success(
      TransportAnswer(response: HTTPResponse(status: .init(code: status), headerFields: fields), body: Array(body.utf8))
    )
  }

  init(_ target: String, failing failure: TransportFailure) {
    self.target = target
    result = .failure(failure)
  }

  /// A good answer of the token endpoint.
  static func token(_ value: String = "token-1", expiresIn: String = "3600") -> StubAnswer {
    StubAnswer(
      "POST /connect/token", #"{"access_token":"\#(value)","expires_in":\#(expiresIn),"token_type":"Bearer"}"#)
  }

  func held(by gate: Gate) -> StubAnswer {
    var answer = self
    answer.hold = { await gate.wait() }
    return answer
  }
}

/// Closed until it is opened; one may wait at it.
struct Gate: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  func open() { continuation.finish() }

  /// Returns once the gate is open, or the task cancelled.
  func wait() async { for await _ in stream {} }
}
