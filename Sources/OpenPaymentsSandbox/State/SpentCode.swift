import FoundationEssentials

/// A code that was redeemed, for as long as the token lives that it gave: used once more, it revokes that token
/// (RFC 6749, section 4.1.2).
struct SpentCode: Codable, Equatable, Sendable {
  let digest: SecretDigest
  let clientID: String
  let tokenID: String
  /// When the token ends.
  let expiresAt: Date
  var isRevoked = false
}

extension PortalState {
  /// Notes what a code has given.
  mutating func spend(_ code: AuthorizationCode, on tokenID: String, at now: Date) {
    let spent = SpentCode(
      digest: code.digest, clientID: code.request.clientID, tokenID: tokenID,
      expiresAt: now + TimeInterval(AccessToken.lifetime))
    spentCodes.append(spent)
  }

  /// Revokes what a code has given, if it was redeemed by this application.
  ///
  /// - Returns: whether it was.
  mutating func revoke(_ digest: SecretDigest, of clientID: String) -> Bool {
    guard let index = spentCodes.firstIndex(where: { $0.digest == digest && $0.clientID == clientID }) else {
      return false
    }
    spentCodes[index].isRevoked = true
    return true
  }

  func isRevoked(_ tokenID: String) -> Bool { spentCodes.contains { $0.isRevoked && $0.tokenID == tokenID } }
}
