import FoundationEssentials
import OpenPayments

extension Explorer {
  private static let unseenStep: TimeInterval = 60
  /// How often a wait is told anew where motion disturbs.
  private static let calmStep: TimeInterval = 10

  /// Asks to be woken when the next thing on screen changes by itself; by nothing at all if nothing does.
  mutating func reschedule() -> [Effect] {
    var next = nextChange
    if !hasFocus {
      next = next.map { max($0, now.addingTimeInterval(Self.unseenStep)) }
      // That it comes a little earlier is not worth another timer for everything that happens meanwhile.
      if let tick = scheduledTick, let next, tick <= next { return [] }
    }
    guard next != scheduledTick else { return [] }
    scheduledTick = next
    return [.tick(at: next)]
  }

  private var nextChange: Date? {
    var next = Soonest()
    next.take(ageChange(of: directory.countries.latest?.at))
    if let shownCountry { next.take(ageChange(of: directory.cities[shownCountry]?.latest?.at)) }
    if let shownCity { next.take(ageChange(of: directory.aspsps[shownCity]?.latest?.at)) }
    next.take(tokenChange)
    next.take(movedAt?.addingTimeInterval(Self.unkeptTime))
    for start in [
      call?.startedAt, comparison?.waitingSince, visibleCheck, walk?.startedAt, guide.runningCall?.since,
      guide.busySince,
    ] {
      next.take(start.map(loadChange))
    }
    if held.isEmpty { for start in directory.loading.values { next.take(loadChange(startedAt: start)) } }
    for wait in waits { next.take(retryChange(wait)) }
    return next.date
  }

  private struct Soonest {
    private(set) var date: Date?

    mutating func take(_ other: Date?) {
      if let other { date = date.map { min($0, other) } ?? other }
    }
  }

  private var tokenChange: Date? {
    guard case .valid(let until) = token, until > now else { return nil }
    let left = until.timeIntervalSince(now)
    let step: TimeInterval = left > .lastSeconds || !hasMotion ? 60 : 1
    return until.addingTimeInterval(-((left / step).rounded(.up) - 1) * step)
  }

  private func ageChange(of time: Date?) -> Date? {
    time.map { $0.addingTimeInterval(((now.timeIntervalSince($0) / 60).rounded(.down) + 1) * 60) }
  }

  /// The seconds before the next try are counted down.
  private func retryChange(_ wait: RetryWait) -> Date? {
    let left = wait.until.timeIntervalSince(now)
    guard hasMotion else { return left > 0 ? wait.until : nil }
    return left > 0 ? wait.until.addingTimeInterval(1 - left.rounded(.up)) : nil
  }

  private func loadChange(startedAt: Date) -> Date {
    let elapsed = now.timeIntervalSince(startedAt)
    let step = hasMotion ? 1 : Self.calmStep
    let next = ((elapsed / step).rounded(.down) + 1) * step
    return startedAt.addingTimeInterval(elapsed < .quiet ? .quiet : next)
  }
}
