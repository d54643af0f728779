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
}
