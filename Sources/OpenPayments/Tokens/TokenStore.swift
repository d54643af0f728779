public import FoundationEssentials

/// Where tokens are kept beyond one client: between runs, and among processes that share them.
public protocol TokenStore: Sendable {
  /// Lets `body` see what is stored under `key`, nil if nothing is, and keeps what it leaves there. While it runs nobody
  /// else sees that key, in this process or in another.
  ///
  /// A store that can't read or write its place shows nil and forgets: a call never fails for its sake.
  func withToken<Result: Sendable>(
    for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
  ) async -> Result

  /// Leaves nothing under `key`. One that does no more than ``withToken(for:_:)`` with nil need not be written.
  ///
  /// - Returns: whether there was a token.
  /// - Throws: why it is still there, as a part of a sentence.
  @discardableResult
  func removeToken(for key: TokenKey) async throws -> Bool
}

extension TokenStore {
  /// Stores nil.
  @discardableResult
  public func removeToken(for key: TokenKey) async throws -> Bool {
    await withToken(for: key) { token in
      defer { token = nil }
      return token != nil
    }
  }
}

/// All that makes one token different from another. A token is only ever used under the key it was fetched for.
public struct TokenKey: Sendable, Hashable {
  /// The address of the token endpoint's host.
  public let issuer: String
  /// The application's id.
  public let clientID: String
  /// The application's secret; a store keeps no more than a fingerprint of it.
  public let clientSecret: Secret
  /// The scopes asked for, sorted, each once.
  public let scopes: [String]

  /// The key of the tokens that a client with this configuration uses.
  public init(auth: BaseURL, credentials: Credentials) {
    issuer = auth.description
    clientID = credentials.clientID
    clientSecret = credentials.clientSecret
    scopes = Set(credentials.scopes).sorted()
  }
}

/// A token as a ``TokenStore`` keeps it.
public struct StoredToken: Sendable, Hashable {
  /// The token itself.
  public let value: Secret
  /// What the platform said was granted; nil if it didn't say.
  public let grantedScopes: [String]?
  /// When the call that fetched it began, by the wall clock.
  public let issuedAt: Date
  /// When it ends, by the wall clock.
  public let expiresAt: Date
  /// Whether the platform didn't say when it ends.
  public let isLifetimeAssumed: Bool

  /// A token with its life.
  public init(
    value: Secret, grantedScopes: [String]?, issuedAt: Date, expiresAt: Date, isLifetimeAssumed: Bool = false
  ) {
    self.value = value
    self.grantedScopes = grantedScopes
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.isLifetimeAssumed = isLifetimeAssumed
  }
}
