import FoundationEssentials
import HTTPTypes

extension OpenPaymentsError: CustomStringConvertible {
  /// What happened and what to do next, in one line.
  public var description: String { "\(message); \(suggestion)" }

  /// What happened, in one line without a full stop. Holds what the server sent: not yet safe for a terminal.
  public var message: String {
    let place = exchange.map { " at \($0.request.scheme ?? "")://\($0.request.authority ?? "")" } ?? ""
    return switch kind {
    case .unreachable(let reason): "\(reason.words)\(place)"
    case .unusable(let answer): "unusable answer\(place): \(answer.words)"
    case .credentialsRefused: "credentials refused\(place)\(told)"
    case .scopeRefused: "scope refused\(place)\(told)"
    case .tokenRefused: "token refused\(place)\(told)"
    case .forbidden: "not allowed\(place)\(told)"
    case .notFound: "not found\(exchange == nil ? "" : told)"
    case .tryLater(let time):
      "busy or down\(place)\(told)\(time.map { ", try again at \($0.formatted(.iso8601))" } ?? "")"
    case .rejected: "request rejected\(place)\(told)"
    case .serverFault: "server fault\(place)\(told)"
    case .unsupported: "the seed dialect has no such call"
    case .cancelled: "cancelled"
    }
  }

  /// What to do next, in one line without a full stop.
  public var suggestion: String {
    switch kind {
    case .unreachable(.hostNotFound): "check the host name, and that this machine is online"
    case .unreachable(.connectionRefused), .unreachable(.noConnection): "check the host and port"
    case .unreachable(.silent), .unreachable(.tooSlow): "check the host, or allow more time"
    case .unreachable(.untrustedCertificate): "check the host, or name its certificate authority as an extra CA file"
    case .unreachable(.proxy): "check the proxy variables (https_proxy, http_proxy, no_proxy)"
    case .unreachable(.tls): "check that the address speaks https"
    case .unreachable(.notHTTP): "check the address, and whether it begins with http or https"
    case .unreachable: "try again"
    case .unusable(.notJSON), .unusable(.redirected), .unusable(.unexpected), .unusable(.empty):
      "check the \(operation == .token ? "auth" : "API") address and the dialect"
    case .unusable(.tooLarge): "ask for less, such as one city"
    case .unusable: "look at the raw answer, and try again"
    case .credentialsRefused where words?.error == "unauthorized_client":
      "the application may not ask for tokens this way: check its grant types in the platform's portal"
    case .credentialsRefused:
      "wrong client id or secret, or those of another environment (sandbox and production have their own)"
    case .scopeRefused:
      "add the context private or corporate to the scope; today's sandbox may want accountinformation for aspspinformation"
    case .tokenRefused: "check that the auth and API addresses belong to the same environment"
    case .forbidden:
      "the token's scope does not cover this call: ask for aspspinformation with private or corporate"
    case .notFound: "check the country, city or BIC"
    case .tryLater(at: .some): "come back then: trying before costs the platform calls and brings nothing"
    case .tryLater: "wait a little, then try again"
    case .rejected: "look at the exchange to see what was sent"
    case .serverFault: "try again, and give the platform's support the X-Request-ID if it stays"
    case .unsupported: "use the psd2 dialect"
    case .cancelled: "nothing was changed"
    }
  }

  /// Status and the platform's own words.
  private var told: String {
    let status = exchange?.status.map(String.init)
    let parts = [status, words?.summary].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: " ")))"
  }
}

extension TransportFailure.Reason {
  /// What went wrong, as the beginning of a sentence that goes on with the place.
  public var words: String {
    switch self {
    case .hostNotFound: "host not found"
    case .connectionRefused: "connection refused"
    case .noConnection(let reason): "no connection (\(reason))"
    case .silent(let time): "no answer for \(time.seconds)"
    case .tooSlow(let time): "no complete answer within \(time.seconds)"
    case .untrustedCertificate(let reason): "certificate not trusted (\(reason))"
    case .tls(let reason): "no secure connection (\(reason))"
    case .notHTTP: "the answer is not HTTP"
    case .cutShort: "connection closed too early"
    case .tooLarge(let limit): "more than \(limit) bytes"
    case .proxy(let reason): "no way through the proxy (\(reason))"
    case .cancelled: "cancelled"
    case .other(let reason): "call failed (\(reason))"
    }
  }
}

extension UnusableAnswer {
  /// What is wrong with the answer.
  public var words: String {
    switch self {
    case .empty: "it has no body"
    case .notJSON(let type): "not JSON\(type.map { " but \($0)" } ?? "")"
    case .brokenJSON(let offset, let reason): "broken JSON at byte \(offset) (\(reason))"
    case .unexpected(let what): what
    case .messages: "it holds tppMessages in place of data"
    case .compressed(let coding): "compressed in a way not asked for (\(coding))"
    case .brokenCompression(let coding): "its compression is broken (\(coding))"
    case .redirected(let target): "a redirect\(target.map { " to \($0)" } ?? "")"
    case .tooLarge(let limit): "larger than \(limit / 1_048_576) MiB"
    case .tooManyValues: "it holds more values than a directory of banks could"
    case .cutShort: "the connection closed before its end"
    }
  }
}

extension Duration {
  fileprivate var seconds: String {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
  }
}
