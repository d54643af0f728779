import FoundationEssentials
import HTTPTypes
import JSONText

/// One exchange as an entry of an ``HTTPArchive``.
struct HTTPArchiveEntry {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  var json: JSONOutput {
    let timings = HTTPArchiveTimings(exchange.timings)
    var members: [JSONOutput.Member] = [
      .init("startedDateTime", .string(exchange.startedAt.formatted(Self.time))), .init("time", timings.total),
      .init("request", request), .init("response", response), .init("cache", .object([])),
      .init("timings", timings.json), .init("_requestId", .string(exchange.id.uuidString.lowercased())),
      .init("_operation", .string(exchange.operation.rawValue)),
    ]
    let earlier = exchange.earlierTries.count
    if earlier > 0 { members.append(.init("comment", .string("try \(earlier + 1)"))) }
    return .object(members)
  }

  private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private var request: JSONOutput {
    let request = exchange.request
    let masked = ParameterMasking.masked(url: request.path ?? "")
    let path = masked.contains(Secret.mask) ? PercentEncoding.target(masked) : masked
    var members: [JSONOutput.Member] = [
      .init("method", .string(request.method.rawValue)),
      .init("url", .string("\(request.scheme ?? "")://\(request.authority ?? "")\(path)")),
      .init("httpVersion", "HTTP/1.1"), .init("cookies", []), .init("headers", Self.headers(request.headerFields)),
      .init("queryString", .array(RequestTarget(masked).query.map { Self.pair($0.decoded) })),
    ]
    if !exchange.requestBody.isEmpty { members.append(.init("postData", postData)) }
    return .object(members + [.init("headersSize", -1), .init("bodySize", .integer(exchange.requestBody.count))])
  }

  /// A form as parameters, anything else as text: the format has one or the other.
  private var postData: JSONOutput {
    let type = exchange.request.headerFields[.contentType] ?? ""
    let text = String(decoding: SensitiveNames.masked(requestBody: exchange.requestBody), as: UTF8.self)
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      return .members(["mimeType": .string(type), "text": .string(text)])
    }
    let items = RequestTarget("?\(text.replacing("+", with: "%20"))").query.map(\.decoded)
    return .members(["mimeType": .string(type), "params": .array(items.map(Self.pair))])
  }

  private var response: JSONOutput {
    let fields = SensitiveNames.masked(exchange.response?.headerFields ?? [:])
    var members: [JSONOutput.Member] = [
      .init("status", .integer(exchange.status ?? 0)),
      .init("statusText", .string(exchange.response?.status.reasonPhrase ?? "")), .init("httpVersion", "HTTP/1.1"),
      .init("cookies", []), .init("headers", Self.headers(fields)), .init("content", content(fields)),
      .init("redirectURL", .string(fields[.location] ?? "")), .init("headersSize", -1),
      .init("bodySize", .integer(exchange.response == nil ? -1 : exchange.encodedBody?.count ?? exchange.bodyLength)),
    ]
    if let failure = exchange.failure { members.append(.init("_error", .string(failure.words))) }
    return .object(members)
  }

  private func content(_ fields: HTTPFields) -> JSONOutput {
    var members: [JSONOutput.Member] = [.init("size", .integer(exchange.bodyLength))]
    if let encoded = exchange.encodedBody {
      members.append(.init("compression", .integer(exchange.bodyLength - encoded.count)))
    }
    members.append(.init("mimeType", .string(fields[.contentType] ?? "x-unknown")))
    let body =
      exchange.operation == .token
      ? SensitiveNames.masked(tokenAnswer: exchange.body, status: exchange.status) : exchange.body
    guard let body, exchange.body.count == exchange.bodyLength else {
      return .object(members + [.init("comment", .string("the body of \(exchange.bodyLength) bytes was not kept"))])
    }
    if let text = String(validating: body, as: UTF8.self) {
      members.append(.init("text", .string(text)))
    } else {
      members += [.init("text", .string(Data(body).base64EncodedString())), .init("encoding", "base64")]
    }
    return .object(members)
  }

  private static func headers(_ fields: HTTPFields) -> JSONOutput {
    .array(SensitiveNames.masked(fields).map { pair($0.name.rawName, $0.value) })
  }

  private static func pair(_ item: RequestTarget.Item) -> JSONOutput { pair(item.name, item.value ?? "") }

  private static func pair(_ name: String, _ value: String) -> JSONOutput {
    .members(["name": .string(name), "value": .string(value)])
  }
}
