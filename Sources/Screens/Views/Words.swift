import FoundationEssentials
import OpenPayments
import ViewModels

/// Numbers and times as short words.
enum Words {
  static func duration(_ duration: Duration) -> String {
    let milliseconds = Int(duration / .milliseconds(1))
    return switch milliseconds {
    case ..<1: "<1 ms"
    case ..<1000: "\(milliseconds) ms"
    case ..<10_000: "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    default: "\(milliseconds / 1000) s"
    }
  }

  static func bytes(_ count: Int) -> String {
    func scaled(_ unit: Int, _ name: String) -> String {
      count < 10 * unit ? "\(count / unit).\(count % unit * 10 / unit) \(name)" : "\(count / unit) \(name)"
    }
    return switch count {
    case ..<1000: "\(count) B"
    case ..<1_000_000: scaled(1000, "kB")
    default: scaled(1_000_000, "MB")
    }
  }

  /// `now`, then whole minutes, hours, days.
  static func age(_ interval: TimeInterval) -> String {
    let minutes = Int(max(interval, 0) / 60)
    return switch minutes {
    case 0: "now"
    case ..<60: "\(minutes) min"
    case ..<1440: "\(minutes / 60) h"
    default: "\(minutes / 1440) d"
    }
  }

  /// Whole minutes, seconds in the last two.
  static func countdown(_ interval: TimeInterval) -> String {
    interval > Explorer.countdown
      ? "\(Int((interval / 60).rounded(.up))) min" : "\(Int(max(interval, 0).rounded(.up))) s"
  }

  static func timeOfDay(_ date: Date, _ timeZone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.hour, .minute], from: date)
    func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    return "\(two(parts.hour)):\(two(parts.minute))"
  }

  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
