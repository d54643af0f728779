import FoundationEssentials
import HTTPTypes

extension OpenPaymentsError: CustomStringConvertible {
  /// What happened and what to do next, in one line.
  public var description: String { "\(message); \(suggestion)" }

  /// What happened, in one line without a full stop. Holds what the server sent: not yet safe for a terminal.
  public var message: String {
    let place = exchange.map { " at \($0.request.scheme ?? "")://\($0.request.authority ?? "")" } ?? ""
    return switch kind {
    case .unreachable(let reason): "\(reason.words)\(place)\(tried)"
    case .unusable(.cutShort): "unusable answer\(place): \(UnusableAnswer.cutShort.words)\(tried)"
    case .unusable(let answer): "unusable answer\(place): \(answer.words)"
    case .credentialsRefused: "credentials refused\(place)\(told)"
    case .scopeRefused: "scope refused\(place)\(told)"
    case .tokenRefused: "token refused\(place)\(told)"
    case .forbidden: "not allowed\(place)\(told)"
    case .notFound: "not found\(exchange == nil ? "" : told)"
    case .tryLater(let time): "busy or down\(place)\(told)\(tried)\(time.map { ", \(comeBack(at: $0))" } ?? "")"
    case .rejected: "request rejected\(place)\(told)"
    case .serverFault: "server fault\(place)\(told)"
    case .unsupported: "the seed dialect has no such call"
    case .cancelled: "cancelled"
    }
  }

  /// How often, where it was more than once.
  private var tried: String { earlierTries.isEmpty ? "" : ", tried \(earlierTries.count + 1) times" }

  /// In UTC, and how long that was when the error was met.
  private func comeBack(at time: Date) -> String {
    let wait = (toldAt ?? exchange?.endedAt).map { " (\(Self.words(for: time.timeIntervalSince($0))))" } ?? ""
    return "try again at \(time.formatted(.iso8601))\(wait)"
  }

  /// `in 90 s`, then whole minutes, hours, days, rounded up.
  private static func words(for interval: TimeInterval) -> String {
    let seconds = Int(clamping: min(interval, 1e15).rounded(.up))
    return switch seconds {
    case ...0: "at once"
    case ...120: "in \(seconds) s"
    case ...7200: "in \((seconds + 59) / 60) min"
    case ...172_800: "in \((seconds + 3599) / 3600) h"
    default: "in \((seconds + 86_399) / 86_400) d"
    }
  }

  /// Status and the platform's own words, and why those may be missing.
  private var told: String {
    let status = exchange?.status.map(String.init)
    let parts = [status, words?.summary].compactMap { $0 }.filter { !$0.isEmpty }
    let problem = (exchange?.codingProblem).map { "; \($0.words)" } ?? ""
    return parts.isEmpty ? "" : " (\(parts.joined(separator: " "))\(problem))"
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
    case .malformed(let answer): "the answer is not valid HTTP (\(answer.words))"
    case .cutShort: "connection closed too early"
    case .tooLarge(let limit): "more than \(limit) bytes"
    case .proxy(let reason), .proxyRefused(let reason): "no way through the proxy (\(reason))"
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
    case .compressed(let coding): "compressed in a way not known here (\(coding))"
    case .brokenCompression(let coding): "its compression is broken (\(coding))"
    case .redirected(let target): "a redirect\(target.map { " to \($0)" } ?? "")"
    case .notModified(let condition):
      "304 Not Modified: nothing to show\(condition.map { ", as \($0) asked" } ?? "; the call carried no condition")"
    case .switchingProtocols(let target):
      "101 Switching Protocols: it would go on in \(target ?? "another protocol"), which the call did not ask for"
    case .tooLarge(let limit): "larger than \(limit >= 1_048_576 ? "\(limit / 1_048_576) MiB" : "\(limit) bytes")"
    case .tooManyValues: "it holds more values than a directory of banks could"
    case .cutShort: "the connection closed before its end"
    }
  }
}

extension Duration {
  fileprivate var seconds: String {
    let milliseconds = Int(clamping: (self / .milliseconds(1)).rounded())
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
  }
}
