import FoundationEssentials
import HTTPTypes
import OpenPayments

/// An exchange as curl's `--verbose` tells it, secrets masked, without bodies.
enum Transcript {
  static func lines(_ exchange: Exchange) -> [String] {
    let request = exchange.request
    var lines = ["* \(exchange.operation.rawValue) call, try \(exchange.earlierTries.count + 1), \(exchange.url)"]
    lines.append("> \(request.method.rawValue) \(request.path ?? "/") HTTP/1.1")
    lines += exchange.sentFields.map { "> \($0.name.rawName): \($0.value)" }
    if !exchange.requestBody.isEmpty { lines += ["> ", "> \(String(decoding: exchange.requestBody, as: UTF8.self))"] }
    if let response = exchange.response, let statusLine = exchange.statusLine {
      lines.append("< \(statusLine)")
      lines += response.headerFields.map { "< \($0.name.rawName): \($0.value)" }
    }
    if let failure = exchange.failure { lines.append("* \(failure.words)") }
    if let problem = exchange.codingProblem { lines.append("* \(problem.words)") }
    let milliseconds = Int(clamping: exchange.timings.total / .milliseconds(1))
    return lines + ["* \(exchange.bodyLength) bytes in \(milliseconds) ms"]
  }
}
