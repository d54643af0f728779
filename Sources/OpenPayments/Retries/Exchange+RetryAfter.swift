import FoundationEssentials
import HTTPTypes

extension Exchange {
  /// More patience than anybody means.
  private static let longestDelay = 366.0 * 86_400

  /// The wait that the answer asks for: `Retry-After` in either form (RFC 9110 section 10.2.3). A date counts from the
  /// answer's own `Date`, so that it doesn't matter whether the server's clock and ours agree.
  var retryDelay: Duration? {
    guard let fields = response?.headerFields, let value = fields[.retryAfter], !value.isEmpty else { return nil }
    let seconds: Double
    if value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      seconds = Double(value) ?? .infinity
    } else if let date = Date(http: value) {
      let now = fields[.date].flatMap { Date(http: $0) } ?? endedAt
      seconds = date.timeIntervalSince(now)
    } else {
      return nil
    }
    return .seconds(clamping: min(max(seconds, 0), Self.longestDelay))
  }

  /// When the answer says to come back, by the clock of this machine; nil too if that is too far away to be meant.
  var retryTime: Date? {
    guard let delay = retryDelay, delay < .seconds(Self.longestDelay) else { return nil }
    return endedAt.addingTimeInterval(delay / .seconds(1))
  }

  /// When the last byte had arrived, or the call failed.
  var endedAt: Date { startedAt.addingTimeInterval(timings.total / .seconds(1)) }
}
