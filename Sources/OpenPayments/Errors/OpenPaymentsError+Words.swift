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
