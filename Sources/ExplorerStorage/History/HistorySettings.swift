/// Whether exchanges are kept, whose, and how many of them.
public struct HistorySettings: Sendable, Hashable {
  public static let standardDays = 30
  public static let standardMegabytes = 256

  public let isOn: Bool
  /// Older exchanges go.
  public let days: Int
  /// The most bytes that all together may take; the oldest go first.
  public let size: Int
  /// Names of profiles whose exchanges are never written.
  public let privateProfiles: Set<String>

  public init(
    isOn: Bool = true, days: Int = standardDays, size: Int = standardMegabytes * 1_048_576,
    privateProfiles: Set<String> = []
  ) {
    self.isOn = isOn
    self.days = days
    self.size = size
    self.privateProfiles = privateProfiles
  }

  public init(_ settings: Settings) throws(ConfigurationError) {
    let names = settings[.historyPrivate]?.split(separator: ",").map { String($0.trimmingBlanks) } ?? []
    self.init(
      isOn: try settings.isOn(.history, otherwise: true),
      days: try settings.number(.historyDays, "days", in: 1...36_500) ?? Self.standardDays,
      size: (try settings.number(.historySize, "MiB", in: 1...1_048_576) ?? Self.standardMegabytes) * 1_048_576,
      privateProfiles: Set(names.filter { !$0.isEmpty }))
  }

  public func keeps(_ profile: String) -> Bool { isOn && !privateProfiles.contains(profile) }
}

extension Settings {
  fileprivate func number(
    _ setting: Setting, _ unit: String, in range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int? {
    guard let text = self[setting] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw ConfigurationError(
        "\(source(of: setting)) must be a number of \(unit) from \(range.lowerBound) to \(range.upperBound), not \"\(text)\""
      )
    }
    return number
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
