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

extension AccessToken {
  /// - Parameter margin: how long before its end the token is due for renewal; never more than a tenth of its life.
  init(_ answer: TokenAnswer, of exchange: Exchange, at now: Duration, margin: Duration) {
    let start = now - exchange.timings.total
    value = Secret(answer.token)
    grantedScopes = answer.scopes
    issuedAt = exchange.startedAt
    expiresAt = exchange.startedAt.addingTimeInterval(answer.lifetime / .seconds(1))
    isLifetimeAssumed = answer.isLifetimeAssumed
    self.exchange = exchange
    expiry = start + answer.lifetime
    renewal = expiry - min(margin, answer.lifetime / 10)
  }

  /// A stored token that is good for a while yet; nil for one due for renewal, and for one from a time to come, as after
  /// the clock was set back.
  init?(_ stored: StoredToken, by time: TimeSource, margin: Duration) {
    let (now, elapsed) = (time.now(), time.elapsed())
    let left = stored.expiresAt.timeIntervalSince(now)
    let lifetime = stored.expiresAt.timeIntervalSince(stored.issuedAt)
    guard stored.issuedAt <= now, left > 0, lifetime <= TokenAnswer.longestLifetime else { return nil }
    expiry = elapsed + .seconds(clamping: left)
    renewal = expiry - min(margin, .seconds(clamping: lifetime) / 10)
    guard elapsed < renewal else { return nil }
    value = stored.value
    grantedScopes = stored.grantedScopes
    issuedAt = stored.issuedAt
    expiresAt = stored.expiresAt
    isLifetimeAssumed = stored.isLifetimeAssumed
    exchange = nil
  }

  var stored: StoredToken {
    StoredToken(
      value: value, grantedScopes: grantedScopes, issuedAt: issuedAt, expiresAt: expiresAt,
      isLifetimeAssumed: isLifetimeAssumed)
  }
}
