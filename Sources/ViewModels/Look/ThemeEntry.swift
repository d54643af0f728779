/// A theme that can be chosen.
public struct ThemeEntry: Sendable, Hashable {
  public let name: String
  /// What kind of terminal it is for: `dark` or `light`; nil if for any, or not known yet.
  public let variant: String?
  /// Whether it is a file of the user's.
  public let isOwn: Bool
  /// What is wrong with its file.
  public let problems: [String]
  /// How much is wrong with it; where that is too much to tell, more than the problems say one by one.
  public let faults: Int

  /// - Parameter faults: nil for as many as there are problems.
  public init(
    name: String, variant: String? = nil, isOwn: Bool = false, problems: [String] = [], faults: Int? = nil
  ) {
    self.name = name
    self.variant = variant
    self.isOwn = isOwn
    self.problems = problems
    self.faults = faults ?? problems.count
  }

  /// What is worth a word beside the name.
  public var notes: String { [isOwn ? "yours" : nil, variant].compactMap(\.self).joined(separator: " ") }
}
