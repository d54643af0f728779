import FoundationEssentials
import OpenPayments

extension Explorer {
  /// Asks to be woken when the next thing on screen changes by itself; by nothing at all if nothing does.
  mutating func reschedule() {
    let directory = session.directory
    var changes = [
      clock.change(ofAgeSince: directory.countries.latest?.at),
      clock.change(ofAgeSince: browser.shownCountry.flatMap { directory.cities[$0]?.latest?.at }),
      clock.change(ofAgeSince: browser.shownCity.flatMap { directory.aspsps[$0]?.latest?.at }),
      browser.movedAt?.addingTimeInterval(BrowserRoom.unkeptTime),
    ]
    if case .valid(let until)? = session.token { changes.append(clock.change(ofCountdownTo: until)) }
    changes += [
      call.pending?.startedAt, comparison.shown?.waitingSince, visibleCheck, browser.walk?.startedAt,
      guide.runningCall?.since,
      guide.busySince,
    ].map(clock.change(ofWaitSince:))
    if held.isEmpty { changes += directory.loading.values.map(clock.change(ofWaitSince:)) }
    changes += session.retries.map { clock.change(ofRetryAt: $0.wait.until) }
    if let date = clock.schedule(changes) { outbox.append(.tick(at: date)) }
  }
}
