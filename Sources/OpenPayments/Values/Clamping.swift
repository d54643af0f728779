package import FoundationEssentials

// Numbers of files, servers and clocks become times and counts here and nowhere else: whatever they are, nothing traps.

extension Int {
  /// The nearest whole number towards zero that there is; 0 for what is no number.
  package init(clamping number: Double) {
    self = number.isNaN ? 0 : number >= 0x1p63 ? .max : number <= -0x1p63 ? .min : Int(number)
  }
}

extension Duration {
  /// Longer than anything that is waited for or measured: 9999 years.
  private static let longest = 315_537_897_600.0

  /// So many seconds; what is longer than 9999 years, either way, is that long.
  package static func seconds(clamping seconds: Double) -> Duration {
    .seconds(seconds.isNaN ? 0 : min(max(seconds, -longest), longest))
  }
}

extension Date {
  /// From the beginning of the year 1 to the end of 9999, which is what calendars and forms of dates are made for.
  private static let ordinary = -62_135_596_800.0...253_402_300_799.0

  /// The moment so many seconds after the beginning of 1970, or the nearest one from the year 1 to 9999.
  package init(clampingSince1970 seconds: Double) {
    let seconds = seconds.isNaN ? 0 : seconds
    self.init(timeIntervalSince1970: min(max(seconds, Self.ordinary.lowerBound), Self.ordinary.upperBound))
  }
}
