import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Terminal
import ViewModels

/// Numbers and times as short words.
enum Words {
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

  /// `GET /psd2/…/aspsps/HANDSESS`; where there is little room, the end of the path, which tells calls apart.
  static func title(_ exchange: Exchange, width: Int) -> String {
    let method = exchange.request.method.rawValue
    let path = VisibleText.visible(exchange.request.path ?? "")
    let room = max(width - method.count - 1, 8)
    guard DisplayWidth.of(path) > room else { return "\(method) \(path)" }
    var end = path.suffix(room - 1)
    while DisplayWidth.of(String(end)) > room - 1 { end.removeFirst() }
    return "\(method) …\(end)"
  }

  /// `12 MB of 99 MB`, or `12 MB` where the end is not known.
  /// How long something has been awaited, once that is a second, and how much of it has come.
  static func wait(_ elapsed: TimeInterval, received: ReceivedCount?) -> String {
    let seconds = elapsed < 1 ? nil : "\(Int(clamping: elapsed)) s"
    return [seconds, received.map(Self.received)].compactMap(\.self).joined(separator: " · ")
  }

  static func received(_ received: ReceivedCount) -> String {
    received.expected.map { "\(bytes(received.count)) of \(bytes($0))" } ?? bytes(received.count)
  }

  /// How far reading the directory is: a bar where there is room, and what is known in figures.
  static func walk(_ walk: DirectoryWalk, at now: Date, _ keys: CommandKeys, width: Int) -> String {
    let facts = walk.progress.facts(after: .seconds(clamping: now.timeIntervalSince(walk.startedAt)))
    let stop: Sentence = "\(key: .cancel) stops"
    let text = (facts + [stop.text(keys)]).joined(separator: " · ")
    let bar = min(width - text.count - 1, 20)
    guard bar >= 5 else { return text }
    let filled = Int(clamping: Double(bar) * walk.progress.fraction)
    return String(repeating: "█", count: filled) + String(repeating: "░", count: bar - filled) + " " + text
  }

  /// `now`, then whole minutes, hours, days.
  static func age(_ interval: TimeInterval) -> String {
    let minutes = Int(clamping: max(interval, 0) / 60)
    return switch minutes {
    case 0: "now"
    case ..<60: "\(minutes) min"
    case ..<1440: "\(minutes / 60) h"
    default: "\(minutes / 1440) d"
    }
  }

  /// `503 · again in 3 s (2 of 3)`.
  static func retry(_ wait: RetryWait, at now: Date) -> String {
    let seconds = Int(clamping: max(wait.until.timeIntervalSince(now), 0).rounded(.up))
    return "\(wait.reason) · again in \(seconds) s (\(wait.nextTry) of \(wait.tries))"
  }

  /// `08:00`, or `08:00:07`.
  static func timeOfDay(_ date: Date, _ timeZone: LocalZone, withSeconds: Bool = false) -> String {
    let local = timeZone.reading(date).timeIntervalSince1970.rounded(.down)
    let seconds = Int(clamping: local - (local / 86_400).rounded(.down) * 86_400)
    let minutes = seconds / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(minutes / 60)):\(two(minutes % 60))"
    return withSeconds ? "\(time):\(two(seconds % 60))" : time
  }

  /// The code, and the reason phrase if there is one; a long one is cut, since a server may send any.
  static func status(_ status: HTTPResponse.Status) -> String {
    status.text.count > 40 ? "\(status.text.prefix(39))…" : status.text
  }

  static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
