import Foundation
import HTTPTypes
import OpenPaymentsSandbox

/// Calls a platform in process, at a time that stands still.
struct TestClient {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)
  static let requestID = "99391c7e-ad88-49ec-a2ad-99ddcb1f7721"

  let platform: SandboxPlatform
  var authority = "127.0.0.1:4711"

  init(signingKey: SigningKey = SigningKey(), store: PortalStore = PortalStore(), now: Date = now) {
    platform = SandboxPlatform(signingKey: signingKey, store: store, now: { now })
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:], body: String = ""
  ) -> SandboxResponse {
    let request = HTTPRequest(
      method: method, scheme: "http", authority: authority, path: path, headerFields: fields)
    return platform.respond(to: request, body: Array(body.utf8))
  }

  /// A `GET` with a bearer token and a request id; more fields replace these.
  func get(_ path: String, token: String, _ more: HTTPFields = [:]) -> SandboxResponse {
    var fields: HTTPFields = [.authorization: "Bearer \(token)", .xRequestID: Self.requestID]
    for field in more { fields[field.name] = field.value }
    return send(.get, path, fields)
  }

  func requestToken(_ body: String, _ more: HTTPFields = [:]) -> SandboxResponse {
    var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    for field in more { fields[field.name] = field.value }
    return send(.post, "/connect/token", fields, body: body)
  }

  func token(_ scope: String) throws -> String {
    let response = requestToken(Self.form(scope: scope))
    return try response.object()["access_token"] as? String ?? ""
  }

  static func form(scope: String) -> String {
    "\(credentials)&scope=\(scope.replacingOccurrences(of: " ", with: "+"))&grant_type=client_credentials"
  }

  static var credentials: String {
    "client_id=\(SandboxCredentials.builtIn.clientID)&client_secret=\(encodedSecret)"
  }

  static var encodedSecret: String {
    SandboxCredentials.builtIn.clientSecret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension SandboxResponse {
  var status: Int { head.status.code }
  var text: String { String(decoding: body, as: UTF8.self) }

  func object() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
  }

  func list(_ name: String) throws -> [[String: Any]] {
    try object()[name] as? [[String: Any]] ?? []
  }

  /// The strings of one member in a list.
  func strings(_ list: String, _ member: String) throws -> [String] {
    try self.list(list).compactMap { $0[member] as? String }
  }

  /// The one message of a psd2 error: its code, if it is complete.
  func tppCode() throws -> String? {
    let messages = try list("tppMessages")
    guard messages.count == 1, let message = messages.first, message["category"] as? String == "ERROR",
      let text = message["text"] as? String, !text.isEmpty, text.count <= 512
    else { return nil }
    return message["code"] as? String
  }
}

extension HTTPField.Name {
  static let xRequestID = HTTPField.Name("X-Request-ID")!
}
