/// A piece of a list of exchanges, newest first, and how long the whole list is.
public struct HistoryWindow: Sendable, Hashable {
  /// How many newer ones of the list come before the first row.
  public let offset: Int
  public let rows: [HistoryRow]
  /// All that the query finds.
  public let total: Int
  /// The list ends here on its new side: what is written later has a higher number.
  public let newest: Int64
}
