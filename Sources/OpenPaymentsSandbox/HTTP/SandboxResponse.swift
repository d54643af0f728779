public import HTTPTypes
import JSONText

/// An answer of the platform: its head and its whole body.
public struct SandboxResponse: Sendable, Hashable {
  public var head: HTTPResponse
  public var body: [UInt8]

  public init(head: HTTPResponse, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  init(_ status: HTTPResponse.Status, _ fields: HTTPFields = [:], json: JSONOutput? = nil) {
    head = HTTPResponse(status: status, headerFields: fields)
    body = json?.utf8() ?? []
    if json != nil, !fields.contains(.contentType) { head.headerFields[.contentType] = "application/json" }
  }

  /// An answer that nobody may store.
  static func unstored(
    _ status: HTTPResponse.Status, _ json: JSONOutput? = nil, _ fields: HTTPFields = [:]
  ) -> SandboxResponse {
    var fields = fields
    fields[.cacheControl] = "no-store"
    return SandboxResponse(status, fields, json: json)
  }
}
