import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

extension HTTPClientRequest {
  init(_ request: HTTPRequest, body: [UInt8]) {
    let authority = request.authority ?? ""
    let origin = "\(request.scheme ?? "https")://\(authority)"
    self.init(url: "\(origin)/")
    method = HTTPMethod(rawValue: request.method.rawValue)
    headers.add(name: "Host", value: authority)
    for field in request.headerFields { headers.add(name: field.name.rawName, value: field.value) }
    if !body.isEmpty { self.body = .bytes(body) }
  }
}

extension HTTPRequest {
  /// What its request line asks for.
  var target: String { RequestTarget.encoded(path ?? "") }
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
