public import FoundationEssentials

/// The state of a client's token, as far as a screen wants to know.
public enum TokenStatus: Sendable, Hashable {
  /// There is none, or it has been dropped.
  case none
  /// It is being fetched.
  case fetching
  /// It is good until then, by the wall clock.
  case valid(until: Date)
  /// The platform would not give one.
  case refused
}
