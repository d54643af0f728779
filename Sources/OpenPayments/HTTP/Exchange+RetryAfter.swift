import FoundationEssentials
import HTTPTypes

extension Exchange {
  /// More patience than anybody means.
  private static let longestDelay = 366.0 * 86_400

  /// Whether the status is one by which a server, or one in front of it, asks for patience.
  var isBusy: Bool { [429, 502, 503, 504].contains(status) }

  /// The wait that the answer asks for: `Retry-After` in either form (RFC 9110 section 10.2.3), the longest where there are
  /// several. A date counts from the answer's own `Date`, so that it doesn't matter whether the server's clock and ours
  /// agree.
  var retryDelay: Duration? {
    guard let fields = response?.headerFields else { return nil }
    let now = fields[values: .date].compactMap { Date(http: $0, now: endedAt) }.first ?? endedAt
    let delays = fields[values: .retryAfter].compactMap { value in
      value.withoutBlanks.digits ?? Date(http: value, now: now)?.timeIntervalSince(now)
    }
    return delays.max().map { .seconds(clamping: min(max($0, 0), Self.longestDelay)) }
  }

  /// When the answer says to come back, by the clock of this machine; nil too if that is too far away to be meant.
  var retryTime: Date? {
    guard let delay = retryDelay, delay < .seconds(Self.longestDelay) else { return nil }
    return endedAt.addingTimeInterval(delay / .seconds(1))
  }

  /// When the last byte had arrived, or the call failed.
  var endedAt: Date { startedAt.addingTimeInterval(timings.total / .seconds(1)) }
}
