public import FoundationEssentials

/// A bearer token as the platform issued it. Opaque: nothing is read from its text.
public struct AccessToken: Sendable {
  public let value: Secret
  /// What the answer said was granted; nil when it didn't say, which means as asked (RFC 6749 section 5.1).
  public let grantedScopes: [String]?
  public let issuedAt: Date
  /// By the wall clock, for display.
  public let expiresAt: Date
  /// The call that fetched it, with the token masked.
  public let exchange: Exchange

  /// By ``TimeSource/elapsed``: from here on it is due for renewal, and from there on unusable.
  let renewal: Duration
  let expiry: Duration
}

/// The state of a client's token, as far as a screen wants to know.
public enum TokenStatus: Sendable, Hashable {
  case none
  case fetching
  case valid(until: Date)
  case refused
}
