public import FoundationEssentials
public import OpenPayments

/// An exchange on its way into the history.
public struct HistoryEntry: Sendable, Hashable {
  public let exchange: Exchange
  /// The name of the profile that it was made under.
  public let profile: String
  /// Of the program.
  public let run: UUID

  public init(_ exchange: Exchange, profile: String, run: UUID) {
    self.exchange = exchange
    self.profile = profile
    self.run = run
  }
}
