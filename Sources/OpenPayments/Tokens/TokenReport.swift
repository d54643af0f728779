public import FoundationEssentials

/// What is known of a client's token, without the token itself.
public struct TokenReport: Sendable, Hashable {
  /// When the call that fetched it began.
  public let issuedAt: Date
  /// By the wall clock.
  public let expiresAt: Date
  /// Whether the answer didn't say how long it is good, and ``expiresAt`` is a guess.
  public let isLifetimeAssumed: Bool
  /// The scopes asked for, in that order.
  public let askedScopes: [String]
  /// What the answer said was granted; nil when it didn't say, which means as asked (RFC 6749 section 5.1).
  public let grantedScopes: [String]?
  /// How many tokens of this client came before.
  public let renewals: Int
  /// The call that fetched it, with the token masked; nil if it came from a ``TokenStore``.
  public let exchange: Exchange?
  /// What it says of itself if it is a JWT, not verified; nil if it is opaque.
  public let webToken: JSONWebToken?

  /// What is known of a token.
  public init(
    issuedAt: Date, expiresAt: Date, isLifetimeAssumed: Bool = false, askedScopes: [String],
    grantedScopes: [String]?, renewals: Int, exchange: Exchange?, webToken: JSONWebToken?
  ) {
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.isLifetimeAssumed = isLifetimeAssumed
    self.askedScopes = askedScopes
    self.grantedScopes = grantedScopes
    self.renewals = renewals
    self.exchange = exchange
    self.webToken = webToken
  }
}

extension TokenReport {
  init(_ token: AccessToken, askedScopes: [String], renewals: Int) {
    self.init(
      issuedAt: token.issuedAt, expiresAt: token.expiresAt, isLifetimeAssumed: token.isLifetimeAssumed,
      askedScopes: askedScopes, grantedScopes: token.grantedScopes, renewals: renewals, exchange: token.exchange,
      webToken: JSONWebToken(token.value))
  }
}

/// What becomes of a client's token.
public enum TokenEvent: Sendable {
  /// A token is there, fetched or taken from a ``TokenStore``.
  case obtained(TokenReport)
  /// It was refused or forgotten; there is none any more.
  case dropped
  /// None could be had. One that is there stays.
  case failed(OpenPaymentsError)
}
