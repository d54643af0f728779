import FoundationEssentials
import HTTPTypes

extension ExchangeRecorder.Call {
  /// A call of the API with exactly the headers that the dialect's documents ask for.
  init<Response>(
    _ endpoint: Endpoint<Response>, api: BaseURL, token: AccessToken, secret: Secret, compressed: Bool, id: UUID,
    previousTry: Exchange?
  ) {
    var masked = HTTPRequest(method: .get, url: api, path: endpoint.path)
    masked.headerFields[.authorization] = "Bearer \(Secret.mask)"
    switch endpoint.dialect {
    case .seed where endpoint.fieldsAreComplete: break
    case .seed:
      masked.headerFields[.cacheControl] = "no-cache"
      masked.headerFields[.contentType] = "application/json"
    case .psd2:
      if !endpoint.fieldsAreComplete { masked.headerFields[.accept] = "application/json" }
      masked.headerFields[.xRequestID] = id.uuidString.lowercased()
      if compressed, !endpoint.fieldsAreComplete { masked.headerFields[.acceptEncoding] = "gzip, deflate" }
    }
    for name in endpoint.fields.map(\.name) where !name.isClientsOwn {
      masked.headerFields[values: name] = endpoint.fields[values: name]
    }
    var request = masked
    request.headerFields[.authorization] = "Bearer \(token.value.reveal())"
    self.init(
      id: id, operation: endpoint.operation, request: request, body: [], maskedRequest: masked, maskedBody: [],
      secrets: [token.value, secret], token: token, tokenExchange: token.exchange, previousTry: previousTry,
      bodyLimit: endpoint.bodyLimit, onReceived: endpoint.onReceived)
  }
}
