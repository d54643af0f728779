import FoundationEssentials

/// The one date format that HTTP writes (RFC 9110, section 5.6.7), for example `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  static func format(_ date: Date) -> String {
    // ISO 8601 in UTC, `1994-11-06T08:49:37Z`, has all of it but the names.
    let parts = date.ISO8601Format().split { "-T".contains($0) }
    let days = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    guard parts.count == 4, let month = Int(parts[1]), (1...12).contains(month) else { return "" }
    // Day 0 was a Thursday.
    let weekday = weekdays[((days + 4) % 7 + 7) % 7]
    return "\(weekday), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3].dropLast()) GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
