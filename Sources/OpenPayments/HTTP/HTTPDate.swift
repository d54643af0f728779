import FoundationEssentials

extension Date {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// A date as HTTP headers have it, in any of the three forms of RFC 9110 section 5.6.7:
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. What the weekday is
  /// called makes no difference, nor do capitals and blanks.
  ///
  /// - Parameter now: tells the century of a year of two digits, which is at most 50 years ahead.
  init?(http text: String, now: Date) {
    let parts = text.lowercased().split { " \t,:-".contains($0) }.map(String.init)
    switch parts.count {
    case 8 where parts[7] == "gmt":
      self.init(day: parts[1], month: parts[2], year: parts[3], time: parts[4..<7], now: now)
    case 7: self.init(day: parts[2], month: parts[1], year: parts[6], time: parts[3..<6], now: now)
    default: return nil
    }
  }

  private init?(day: String, month: String, year: String, time: ArraySlice<String>, now: Date) {
    let clock = time.compactMap { $0.count == 2 ? $0.wholeNumber : nil }
    guard clock.count == 3, let day = day.wholeNumber, let month = Self.months.firstIndex(of: month),
      let number = year.wholeNumber
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    func date(in year: Int) -> Date? {
      // The minute of a leap second is one that lasts longer.
      let components = DateComponents(
        year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1], second: min(clock[2], 59))
      guard clock[2] <= 60, components.isValidDate(in: calendar) else { return nil }
      return calendar.date(from: components).map { clock[2] == 60 ? $0 + 1 : $0 }
    }
    let found: Date?
    switch year.count {
    case 4: found = date(in: number)
    case 2:
      let century = calendar.component(.year, from: now) / 100 * 100
      let latest = calendar.date(byAdding: .year, value: 50, to: now) ?? now
      found = [century + 100, century, century - 100].lazy.compactMap { date(in: $0 + number) }.first { $0 <= latest }
    default: return nil
    }
    guard let found else { return nil }
    self = found
  }
}

extension String {
  fileprivate var wholeNumber: Int? { digits.map { Int(clamping: $0) } }
}
