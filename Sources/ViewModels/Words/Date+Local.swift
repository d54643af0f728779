import ExplorerStorage
import FoundationEssentials

extension Date {
  /// `2027-01-15 08:00:00`, as clocks there show it.
  func local(in timeZone: LocalZone) -> String {
    timeZone.reading(self).formatted(
      Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().dateTimeSeparator(.space)
        .time(includingFractionalSeconds: false))
  }
}
