import FoundationEssentials
import HTTPTypes

extension ExchangeRecorder.Call {
  /// `GET` of something that anybody may see: without credentials.
  ///
  /// - Parameter secrets: what must not be recorded should the answer hold it.
  init(
    published operation: Operation, at target: HTTPRequest, secrets: [Secret], bodyLimit: Int, id: UUID,
    previousTry: Exchange?
  ) {
    var request = target
    request.headerFields[.accept] = "application/json"
    self.init(
      id: id, operation: operation, request: request, body: [], maskedRequest: request, maskedBody: [],
      secrets: secrets, token: nil, tokenExchange: nil, previousTry: previousTry, bodyLimit: bodyLimit)
  }
}
