import AsyncHTTPClient
import HTTPTypes
import NIOHTTP1

extension HTTPClientRequest {
  init(_ request: HTTPRequest, body: [UInt8]) {
    let authority = request.authority ?? ""
    self.init(url: "\(request.scheme ?? "https")://\(authority)\(request.path ?? "/")")
    method = HTTPMethod(rawValue: request.method.rawValue)
    headers.add(name: "Host", value: authority)
    for field in request.headerFields { headers.add(name: field.name.rawName, value: field.value) }
    if !body.isEmpty { self.body = .bytes(body) }
  }
}

extension HTTPResponse {
  init(_ response: HTTPClientResponse) {
    self.init(
      status: .init(
        code: Int(response.status.code), reasonPhrase: HTTPResponse.Status.safe(response.status.reasonPhrase)))
    for (name, value) in response.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headerFields.append(HTTPField(name: name, value: value))
    }
  }
}

extension HTTPResponse.Status {
  /// HTTPTypes takes reason phrases of visible ASCII only.
  fileprivate static func safe(_ phrase: String) -> String {
    phrase.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? phrase : ""
  }
}
