public import FoundationEssentials
import OpenPayments

extension TimeInterval {
  /// How long a load may take before the screen says that it is under way.
  public static let quiet: TimeInterval = 0.2
  /// A token's last seconds are counted down one by one from here.
  static let lastSeconds: TimeInterval = 120

  /// Whole minutes, seconds in the last two.
  public var countdown: String {
    self > .lastSeconds
      ? "\(Int(clamping: (self / 60).rounded(.up))) min" : "\(Int(clamping: max(self, 0).rounded(.up))) s"
  }
}

extension Date {
  /// How long what began then has been under way; nil as long as that is not worth a word.
  public func visibleWait(at now: Date) -> TimeInterval? {
    let elapsed = now.timeIntervalSince(self)
    return elapsed >= .quiet - 0.01 ? elapsed : nil
  }
}
