import FoundationEssentials
import HTTPTypes

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
}
