public import HTTPTypes

extension Exchange {
  /// The answer's first line as received, as far as it is known; nil if no answer came.
  public var statusLine: String? {
    response.map { [httpVersion, $0.status.text].compactMap { $0 }.joined(separator: " ") }
  }

  /// The request's header fields in the order sent, with `Host` and, where there was a body, its length: masked where the
  /// body is.
  public var sentFields: HTTPFields {
    var fields = HTTPFields()
    if let host = request.authority { fields.append(HTTPField(name: .host, value: host)) }
    for field in request.headerFields { fields.append(field) }
    if let length = sentLength { fields.append(HTTPField(name: .contentLength, value: length)) }
    return fields
  }

  private var sentLength: String? {
    if requestBody.isEmpty, [.get, .head, .delete, .trace, .connect].contains(request.method) { return nil }
    return requestBody.contains(Array(Secret.mask.utf8)) ? Secret.mask : "\(requestBody.count)"
  }
}

extension HTTPResponse.Status {
  /// The code, and the reason phrase if there is one.
  package var text: String { reasonPhrase.isEmpty ? "\(code)" : "\(code) \(reasonPhrase)" }
}

extension HTTPField.Name {
  static let host = Self("Host")!
}
