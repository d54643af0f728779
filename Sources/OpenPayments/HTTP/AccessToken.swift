public import FoundationEssentials

/// A bearer token as the platform issued it. Opaque to every call: only a ``TokenReport``, made for being looked at, reads
/// from its text.
public struct AccessToken: Sendable {
  /// The token itself.
  public let value: Secret
  /// What the answer said was granted; nil when it didn't say, which means as asked (RFC 6749 section 5.1).
  public let grantedScopes: [String]?
  /// When the call that fetched it began.
  public let issuedAt: Date
  /// By the wall clock, for display.
  public let expiresAt: Date
  /// Whether the answer didn't say how long it is good, and the end is a guess.
  public let isLifetimeAssumed: Bool
  /// The call that fetched it, with the token masked; nil if it came from a ``TokenStore``.
  public let exchange: Exchange?

  /// By ``TimeSource/elapsed``: from here on it is due for renewal, and from there on unusable.
  let renewal: Duration
  let expiry: Duration
}
