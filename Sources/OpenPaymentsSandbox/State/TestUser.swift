import JSONText

/// Somebody who can sign in to applications of the portal.
struct TestUser: Codable, Equatable, Sendable {
  let id: String
  let email: String
  let name: String?
  let password: PasswordHash

  /// How many there may be.
  static let maximumCount = 1000

  var json: JSONOutput {
    ["id": .string(id), "email": .string(email), "name": name.map { .string($0) } ?? .null]
  }

  /// No two users have addresses that differ in case only.
  func isReached(by email: String) -> Bool { self.email.lowercased() == email.lowercased() }

  /// What the scopes tell of a user.
  func claims(for scopes: [Scope]) -> [JSONOutput.Member] {
    var claims: [JSONOutput.Member] = []
    if scopes.contains(.email) { claims.append(.init("email", .string(email))) }
    if scopes.contains(.profile), let name { claims.append(.init("name", .string(name))) }
    return claims
  }
}
