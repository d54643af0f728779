import HTTPTypes
import OpenPayments

extension Exchange {
  /// Both sides' heads.
  var headerLines: [Line] {
    var lines = requestIDLines + answerHead
    lines += [Line(), Line("Request", .heading), requestLine]
    lines += Self.lines(sentFields)
    return lines
  }

  /// By which the platform's support finds the call; an answer that names another is worth knowing.
  private var requestIDLines: [Line] {
    guard let requestID else { return [] }
    var lines = [Line([.init("X-Request-ID  ", .label), .init(requestID, .heading)])]
    if let other = response?.headerFields[.requestID], other.lowercased() != requestID.lowercased() {
      lines.append(Line([.init("in the answer ", .label), .init(other, .bad)]))
    }
    return lines + [Line()]
  }

  var answerHead: [Line] {
    guard let response, let statusLine else {
      return [Line("Response", .heading), Line("None: \(failure?.words ?? "no answer")", .bad)]
    }
    var lines = [Line("Response", .heading), Line(statusLine, response.status.code < 400 ? .good : .bad)]
    lines += Self.lines(response.headerFields)
    if let codingProblem { lines.append(Line("Then: \(codingProblem.words)", .bad)) }
    if let failure { lines.append(Line("Then: \(failure.words)", .bad)) }
    return lines
  }

  /// The request as sent, secrets masked, and the token call that served it.
  var requestLines: [Line] {
    var lines = requestIDLines + ownRequestLines
    if let token = tokenExchange {
      lines += [Line(), Line("Its token came from", .heading)]
      lines += token.requestLines
      lines += [Line(), Line(token.response.map { "Answered \($0.status.text)" } ?? "Not answered", .muted)]
    }
    return lines
  }

  /// The request alone.
  var ownRequestLines: [Line] {
    [requestLine] + Self.lines(sentFields) + (requestBody.isEmpty ? [] : [Line()] + formLines)
  }

  /// The request's form, a field a line.
  private var formLines: [Line] {
    let fields = String(decoding: requestBody, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
    return fields.enumerated().map { Line($0 == 0 ? String($1) : "&\($1)") }
  }

  private var requestLine: Line {
    Line([.init(request.method.rawValue, .label), .init(" "), .init(url)])
  }

  private static func lines(_ fields: HTTPFields) -> [Line] {
    fields.map { field in
      Line([
        .init(field.name.rawName, .key), .init(": ", .punctuation),
        .init(field.value, role(of: field)),
      ])
    }
  }

  private static func role(of field: HTTPField) -> Line.Role {
    field.name == .requestID ? .heading : field.value.contains(Secret.mask) ? .secret : .plain
  }
}
