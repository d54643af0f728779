import FoundationEssentials
package import HTTPTypes

extension ExchangeRecorder.Call {
  /// `POST {auth}/connect/token`, form-encoded, as the platform's guide has it.
  init(tokenFrom auth: BaseURL, for credentials: Credentials, dialect: Dialect, id: UUID, previousTry: Exchange?) {
    func form(_ secret: String) -> [UInt8] {
      let fields = [
        ("client_id", credentials.clientID), ("client_secret", secret), ("scope", credentials.scope),
        ("grant_type", "client_credentials"),
      ]
      let pairs = fields.map { "\($0.0)=\(PercentEncoding.formValue($0.1))" }
      return Array(pairs.joined(separator: "&").utf8)
    }
    var request = HTTPRequest(method: .post, url: auth, path: "/connect/token")
    request.headerFields[.cacheControl] = "no-cache"
    request.headerFields[.contentType] = "application/x-www-form-urlencoded"
    if dialect == .psd2 { request.headerFields[.accept] = "application/json" }
    let secret = credentials.clientSecret
    let masked = String(decoding: form(""), as: UTF8.self)
      .replacing("client_secret=", with: "client_secret=\(Secret.mask)")
    self.init(
      id: id, operation: .token, request: request, body: form(secret.reveal()), maskedRequest: request,
      maskedBody: Array(masked.utf8), secrets: [secret], token: nil, tokenExchange: nil, previousTry: previousTry)
  }

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

extension HTTPRequest {
  /// - Parameter path: with its query; what no request line may hold is percent-encoded.
  package init(method: Method, url: BaseURL, path: String) {
    self.init(
      method: method, scheme: url.scheme, authority: url.authority, path: RequestTarget.encoded(url.path + path))
  }
}

extension HTTPField.Name {
  /// The handle by which the platform's support traces a call.
  static let xRequestID = Self("X-Request-ID")!
}
