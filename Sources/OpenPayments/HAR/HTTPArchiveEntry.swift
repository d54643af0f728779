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
    var fields = SensitiveNames.masked(exchange.sentFields)
    if fields[.contentLength] == Secret.mask { fields[.contentLength] = nil }
    let posted = SensitiveNames.masked(requestBody: exchange.requestBody)
    let text = String(validating: posted, as: UTF8.self)
    var members: [JSONOutput.Member] = [
      .init("method", .string(request.method.rawValue)),
      .init("url", .string("\(request.scheme ?? "")://\(request.authority ?? "")\(path)")),
      .init("httpVersion", "HTTP/1.1"), .init("cookies", Self.cookies(fields[values: .cookie])),
      .init("headers", Self.headers(fields)),
      .init("queryString", .array(RequestTarget(masked).query.map { Self.pair($0.decoded) })),
    ]
    if !posted.isEmpty {
      let type = fields[.contentType] ?? ""
      members.append(.init("postData", Self.postData(text ?? String(decoding: posted, as: UTF8.self), type)))
    }
    // The format has no other form than text for it.
    return .object(members + [.init("headersSize", -1), .init("bodySize", .integer(text == nil ? -1 : posted.count))])
  }

  /// The text as it was sent, and a form's parameters besides: readers look for the one or for the other.
  private static func postData(_ text: String, _ type: String) -> JSONOutput {
    let isForm = type.lowercased().hasPrefix("application/x-www-form-urlencoded")
    let items = isForm ? RequestTarget("?\(text.replacing("+", with: "%20"))").query.map(\.decoded) : []
    return .members(["mimeType": .string(type), "params": .array(items.map(pair)), "text": .string(text)])
  }

  private var response: JSONOutput {
    let fields = SensitiveNames.masked(exchange.response?.headerFields ?? [:])
    var members: [JSONOutput.Member] = [
      .init("status", .integer(exchange.status ?? 0)),
      .init("statusText", .string(exchange.response?.status.reasonPhrase ?? "")),
      .init("httpVersion", .string(exchange.httpVersion ?? "")),
      .init("cookies", Self.cookies(fields[values: .setCookie])), .init("headers", Self.headers(fields)),
      .init("content", content(fields)),
      .init("redirectURL", .string(fields[.location] ?? "")), .init("headersSize", -1),
      .init("bodySize", .integer(exchange.receivedLength ?? -1)),
    ]
    if let failure = exchange.failure { members.append(.init("_error", .string(failure.words))) }
    return .object(members)
  }

  private func content(_ fields: HTTPFields) -> JSONOutput {
    let isKept = exchange.body.count == exchange.bodyLength
    let body =
      exchange.operation == .token
      ? SensitiveNames.masked(tokenAnswer: exchange.body, status: exchange.status) : exchange.body
    let size = isKept ? body?.count ?? exchange.bodyLength : exchange.bodyLength
    var members: [JSONOutput.Member] = [.init("size", .integer(size))]
    if let encoded = exchange.encodedBody {
      members.append(.init("compression", .integer(size - encoded.count)))
    }
    members.append(.init("mimeType", .string(fields[.contentType] ?? "x-unknown")))
    guard let body, isKept else {
      return .object(members + [.init("comment", .string("the body of \(exchange.bodyLength) bytes was not kept"))])
    }
    if let problem = exchange.codingProblem {
      members.append(.init("comment", .string("as received: \(problem.words)")))
    }
    if exchange.decodedText == nil, let text = String(validating: body, as: UTF8.self) {
      members.append(.init("text", .string(text)))
    } else {
      members += [.init("text", .string(Data(body).base64EncodedString())), .init("encoding", "base64")]
    }
    return .object(members)
  }

  private static func headers(_ fields: HTTPFields) -> JSONOutput {
    .array(fields.map { pair($0.name.rawName, $0.value) })
  }

  /// Those of fields that are masked as a whole, so that no cookie has a name.
  private static func cookies(_ values: [String]) -> JSONOutput { .array(values.map { pair("", $0) }) }

  private static func pair(_ item: RequestTarget.Item) -> JSONOutput { pair(item.name, item.value ?? "") }

  private static func pair(_ name: String, _ value: String) -> JSONOutput {
    .members(["name": .string(name), "value": .string(value)])
  }
}
