import FoundationEssentials
import OpenPayments

/// What exchanges are taken from the history for.
public enum HistoryUse: Sendable, Hashable {
  /// To look at the first of them.
  case inspection
  /// To compare the later of two with the earlier.
  case comparison
  /// To write them all to a file.
  case archive
}

/// What was asked of the history last, and from where.
struct HistoryTaking: Sendable, Hashable {
  let ids: [UUID]
  let use: HistoryUse
  let askedFrom: Standpoint

  func brings(_ taken: [TakenExchange], for use: HistoryUse) -> Bool {
    self.use == use && Set(ids) == Set(taken.map(\.inspection.exchange.id))
  }
}

/// An exchange of the history, ready to be looked at, and the profile it was made under.
public struct TakenExchange: Sendable, Equatable {
  public let inspection: Inspection
  public let profile: String
  /// Its place in the order of the history.
  let number: Int64
}
