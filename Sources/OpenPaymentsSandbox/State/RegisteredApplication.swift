import FoundationEssentials
import JSONText

/// An application of the portal: a client that may ask for its scopes, and lead users back to its addresses.
struct RegisteredApplication: Codable, Equatable, Sendable {
  let clientID: String
  let secret: SecretDigest
  let name: String
  let redirectURIs: [String]
  let scopes: [Scope]
  let createdAt: Date

  /// How many there may be.
  static let maximumCount = 1000

  /// Byte by byte: no two spellings of an address are the same one.
  func mayReturn(to uri: String) -> Bool {
    redirectURIs.contains { $0.utf8.elementsEqual(uri.utf8) }
  }

  /// - Parameter secret: shown once, when the application is new.
  func json(secret: String? = nil) -> JSONOutput {
    var members: [JSONOutput.Member] = [.init("client_id", .string(clientID))]
    if let secret { members.append(.init("client_secret", .string(secret))) }
    members += [
      .init("name", .string(name)),
      .init("redirect_uris", .array(redirectURIs.map { .string($0) })),
      .init("scopes", .array(scopes.map { .string($0.rawValue) })),
      .init("created_at", .string(createdAt.ISO8601Format())),
    ]
    return .object(members)
  }
}
