import HTTPTypes
import JSONText

/// One operation of the platform: what to ask for and how to read the answer.
public struct Endpoint<Response: Sendable>: Sendable {
  /// What the call is for.
  public let operation: Operation
  /// The dialect it belongs to.
  public let dialect: Dialect
  /// Below the API's base URL, percent-encoded, beginning with a slash; with the query.
  public let path: String
  /// Header fields that replace or follow those of the dialect.
  let fields: HTTPFields
  /// Whether they stand in place of all of the dialect's but the `X-Request-ID`.
  let fieldsAreComplete: Bool
  /// The most bytes of the answer where that is not the client's.
  let bodyLimit: Int?
  private(set) var onReceived: ReceivedBytes
  let decode: @Sendable (JSONValue) throws(UnusableAnswer) -> Response

  init(
    _ operation: Operation, _ dialect: Dialect, _ segments: [String], query: [(name: String, values: [String])] = [],
    decode: @escaping @Sendable (JSONValue) throws(UnusableAnswer) -> Response
  ) {
    self.operation = operation
    self.dialect = dialect
    self.decode = decode
    fields = [:]
    fieldsAreComplete = false
    bodyLimit = nil
    onReceived = { _, _ in }
    let path = segments.map { "/" + PercentEncoding.pathSegment($0) }.joined()
    let items = query.filter { !$0.values.isEmpty }
      .map { "\($0.name)=\(PercentEncoding.queryValue($0.values.joined(separator: ",")))" }
    self.path = items.isEmpty ? path : "\(path)?\(items.joined(separator: "&"))"
  }

  /// The same call, which tells somebody else as well how much of the answer has come.
  func telling(_ other: @escaping ReceivedBytes) -> Endpoint {
    var endpoint = self
    endpoint.onReceived = { [onReceived] count, expected in
      onReceived(count, expected)
      other(count, expected)
    }
    return endpoint
  }
}

extension Endpoint<Void> {
  /// A call whose answer is not read any further.
  init(
    get path: String, _ dialect: Dialect, fields: HTTPFields, fieldsAreComplete: Bool, bodyLimit: Int?,
    onReceived: @escaping ReceivedBytes
  ) {
    operation = .get
    self.dialect = dialect
    self.path = RequestTarget.encoded(path)
    self.fields = fields
    self.fieldsAreComplete = fieldsAreComplete
    self.bodyLimit = bodyLimit
    self.onReceived = onReceived
    decode = { _ in }
  }
}
