import FoundationEssentials

extension Date {
  /// A moment as a query names it: so long ago (`90s`, `15m`, `1h`, `2d`, `1w`), or a day or minute of the calendar
  /// (`2026-11-01`, `2026-11-01T09:30`).
  init?(moment text: String, now: Date, timeZone: LocalZone) {
    if let first = text.first, first.isNumber, let ago = Comparison(text, units: Comparison.seconds) {
      self = now.addingTimeInterval(-Double(ago.quantity))
      return
    }
    guard let match = text.uppercased().wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/) else { return nil }
    let components = DateComponents(
      year: Int(match.1), month: Int(match.2), day: Int(match.3), hour: match.4.flatMap { Int($0) } ?? 0,
      minute: match.5.flatMap { Int($0) } ?? 0)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    guard components.isValidDate(in: calendar), let reading = calendar.date(from: components) else { return nil }
    self = timeZone.moment(reading)
  }
}
