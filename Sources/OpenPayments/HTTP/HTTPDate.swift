import FoundationEssentials

extension Date {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// A date as HTTP headers have it (IMF-fixdate of RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
  init?(http text: String) {
    let parts = text.split(whereSeparator: { " ,:".contains($0) })
    guard parts.count == 8, parts[7] == "GMT", let month = Self.months.firstIndex(of: String(parts[2])) else {
      return nil
    }
    let numbers = [parts[1], parts[3], parts[4], parts[5], parts[6]].compactMap { UInt16($0) }.map(Int.init)
    guard numbers.count == 5 else { return nil }
    let components = DateComponents(
      year: numbers[1], month: month + 1, day: numbers[0], hour: numbers[2], minute: numbers[3], second: numbers[4])
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    guard components.isValidDate(in: calendar), let date = calendar.date(from: components) else { return nil }
    self = date
  }
}
