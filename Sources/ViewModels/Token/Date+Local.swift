import ExplorerStorage
public import FoundationEssentials
import OpenPayments

extension Date {
  /// `2027-01-15 08:00:00`, as clocks there show it.
  func local(in timeZone: LocalZone) -> String {
    timeZone.reading(self).formatted(
      Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().dateTimeSeparator(.space)
        .time(includingFractionalSeconds: false))
  }
}

extension TimeInterval {
  /// Whole minutes, seconds in the last two.
  public var countdown: String {
    self > Explorer.countdown
      ? "\(Int(clamping: (self / 60).rounded(.up))) min" : "\(Int(clamping: max(self, 0).rounded(.up))) s"
  }
}
