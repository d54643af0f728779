import HTTPTypes

extension Exchange {
  /// The handle by which the platform's support finds this call, as its `X-Request-ID` was sent; nil where none was.
  public var requestID: String? { request.headerFields[.xRequestID] }
}
