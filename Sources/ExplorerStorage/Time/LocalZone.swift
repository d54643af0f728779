public import FoundationEssentials
import Glibc

/// What clocks show somewhere: how far they are ahead of UTC at each moment.
public struct LocalZone: Sendable, Hashable {
  /// Nil for the system's zone.
  private let offset: Int?

  private init(_ offset: Int?) { self.offset = offset }

  /// - Parameter offset: seconds ahead of UTC, always.
  public init(secondsFromGMT offset: Int) { self.init(offset) }

  /// UTC.
  public static let gmt = LocalZone(secondsFromGMT: 0)

  /// The zone of this program, whichever way TZ or the system names it: all that the C library reads, names of zones and
  /// files as well as rules.
  public static let current = LocalZone(nil)

  /// The moment at which clocks in UTC show what clocks here show at this one: to be formatted as UTC.
  public func reading(_ date: Date) -> Date { date.addingTimeInterval(seconds(date)) }

  /// The moment at which clocks here show what clocks in UTC show at this one. Of two, the first; where clocks are put
  /// forward over it, as much later.
  public func moment(_ reading: Date) -> Date {
    let day: TimeInterval = 86_400
    let before = reading.addingTimeInterval(-seconds(reading.addingTimeInterval(-day)))
    let after = reading.addingTimeInterval(-seconds(reading.addingTimeInterval(day)))
    return self.reading(before) != reading && self.reading(after) == reading ? after : before
  }

  /// How far clocks here are ahead of UTC.
  private func seconds(_ date: Date) -> TimeInterval {
    if let offset { return TimeInterval(offset) }
    guard var time = time_t(exactly: date.timeIntervalSince1970.rounded(.down)) else { return 0 }
    var clock = tm()
    return localtime_r(&time, &clock) == nil ? 0 : TimeInterval(clock.tm_gmtoff)
  }
}
