package import HTTPTypes

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
