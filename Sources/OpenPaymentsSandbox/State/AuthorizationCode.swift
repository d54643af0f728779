import FoundationEssentials

/// What a user approved, until the application fetches its tokens.
struct AuthorizationCode: Codable, Equatable, Sendable {
  let digest: SecretDigest
  let request: AuthorizationRequest
  let userID: String
  let expiresAt: Date

  /// Seconds.
  static let lifetime: TimeInterval = 60
}
