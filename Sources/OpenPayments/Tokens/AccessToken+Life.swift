import FoundationEssentials

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
