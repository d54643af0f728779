import ExplorerStorage
import FoundationEssentials

/// What time it is, and when the screen is due to change by itself.
struct DeskClock: Sendable, Equatable {
  private(set) var now: Date
  /// Where days begin that are named.
  let timeZone: LocalZone
  /// Whether seconds may be counted on the screen.
  let hasMotion: Bool
  /// Clocks that nobody looks at go by the minute.
  var hasFocus = true { didSet { scheduled = nil } }
  private var scheduled: Date?

  private static let unseenStep: TimeInterval = 60
  /// How often a wait is told anew where motion disturbs.
  private static let calmStep: TimeInterval = 10

  init(_ now: Date, in timeZone: LocalZone, hasMotion: Bool) {
    self.now = now
    self.timeZone = timeZone
    self.hasMotion = hasMotion
  }

  /// However clocks are set, what is awaited was asked for before.
  mutating func advance(to now: Date) { self.now = max(self.now, now) }

  mutating func ring() { scheduled = nil }

  /// - Parameter changes: when things on screen change.
  /// - Returns: when to ring, nil for never; nothing at all where that is known.
  mutating func schedule(_ changes: [Date?]) -> Date?? {
    var next = changes.compactMap(\.self).min()
    if !hasFocus {
      next = next.map { max($0, now.addingTimeInterval(Self.unseenStep)) }
      // That it comes a little earlier is not worth another timer for everything that happens meanwhile.
      if let scheduled, let next, scheduled <= next { return nil }
    }
    guard next != scheduled else { return nil }
    scheduled = next
    return .some(next)
  }

  // MARK: - When words change

  /// An age in minutes.
  func change(ofAgeSince time: Date?) -> Date? {
    time.map { $0.addingTimeInterval(((now.timeIntervalSince($0) / 60).rounded(.down) + 1) * 60) }
  }

  /// The time that something is still good for.
  func change(ofCountdownTo end: Date) -> Date? {
    guard end > now else { return nil }
    let left = end.timeIntervalSince(now)
    let step: TimeInterval = left > .lastSeconds || !hasMotion ? 60 : 1
    return end.addingTimeInterval(-((left / step).rounded(.up) - 1) * step)
  }

  /// The seconds before the next try.
  func change(ofRetryAt time: Date) -> Date? {
    let left = time.timeIntervalSince(now)
    guard hasMotion else { return left > 0 ? time : nil }
    return left > 0 ? time.addingTimeInterval(1 - left.rounded(.up)) : nil
  }

  /// How long something has been under way.
  func change(ofWaitSince start: Date?) -> Date? {
    start.map { start in
      let elapsed = now.timeIntervalSince(start)
      let step = hasMotion ? 1 : Self.calmStep
      let next = ((elapsed / step).rounded(.down) + 1) * step
      return start.addingTimeInterval(elapsed < .quiet ? .quiet : next)
    }
  }
}
