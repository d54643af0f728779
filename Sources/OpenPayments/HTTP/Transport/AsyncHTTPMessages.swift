import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

extension HTTPClientRequest {
  /// - Parameter proxy: is asked in place of the server, by the whole address.
  init(_ request: HTTPRequest, body: [UInt8], askedOf proxy: ProxySettings.Proxy? = nil) {
    let authority = request.authority ?? ""
    self.init(url: "\(proxy.map { "http://\($0.authority)" } ?? request.origin)/")
    method = HTTPMethod(rawValue: request.method.rawValue)
    headers.add(name: "Host", value: authority)
    if let authorization = proxy?.authorization {
      headers.add(name: "Proxy-Authorization", value: authorization.headerValue)
    }
    for field in request.headerFields { headers.add(name: field.name.rawName, value: field.value) }
    if !body.isEmpty { self.body = .bytes(body) }
  }
}

extension HTTPRequest {
  fileprivate var origin: String { "\(scheme ?? "https")://\(authority ?? "")" }

  /// What its request line asks for: of a proxy by the whole address.
  func target(askedOf proxy: ProxySettings.Proxy?) -> String {
    (proxy == nil ? "" : PercentEncoding.target(origin)) + RequestTarget.encoded(path ?? "")
  }
}

extension HTTPResponse {
  /// - Parameter reason: as it was received; the one that AsyncHTTPClient has follows from the code.
  init(_ response: HTTPClientResponse, reason: String?) {
    self.init(status: .init(code: Int(response.status.code), reasonPhrase: reason ?? ""))
    for (name, value) in response.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headerFields.append(HTTPField(name: name, value: value))
    }
  }
}

extension TransportAnswer.Phases {
  /// - Parameter start: when the call began.
  init(_ note: CallNotes.Note, start: NIODeadline) {
    self.init(
      head: Duration(NIODeadline.now() - start), sent: note.sent.map { Duration($0 - start) },
      reusedConnection: note.reusedConnection)
  }
}
