import FoundationEssentials
import JSONText

/// The claims of an access token: a JWT signed with `ES256`, whose members are those of IdentityServer.
struct AccessToken: Codable, Equatable {
  var issuer: String
  var issuedAt: Int
  var notBefore: Int
  var expiresAt: Int
  var audience: String
  var clientID: String
  /// The user who signed in, if one did.
  var subject: String?
  var scopes: [String]
  var id: String

  /// Seconds from issue to expiry.
  static let lifetime = 3600
  /// Sets it apart from other JWTs of the same key (RFC 9068).
  private static let type = "at+jwt"

  enum CodingKeys: String, CodingKey {
    case issuer = "iss"
    case notBefore = "nbf"
    case issuedAt = "iat"
    case expiresAt = "exp"
    case audience = "aud"
    case clientID = "client_id"
    case subject = "sub"
    case scopes = "scope"
    case id = "jti"
  }

  enum Rejection: Error {
    /// No JWT at all, or one of another kind.
    case malformed
    /// Not signed with this platform's key.
    case unknown
    case expired
    /// The code that it was given for has been used twice.
    case revoked
  }

  init(issuer: String, clientID: String, subject: String? = nil, scopes: [Scope], id: String, issuedAt: Int) {
    self.issuer = issuer
    self.issuedAt = issuedAt
    notBefore = issuedAt
    expiresAt = issuedAt + Self.lifetime
    audience = "\(issuer)/resources"
    self.clientID = clientID
    self.subject = subject
    self.scopes = scopes.map(\.rawValue)
    self.id = id
  }

  func allows(_ scope: Scope) -> Bool {
    scopes.contains(scope.rawValue)
  }

  func signed(with key: SigningKey) throws -> String {
    try key.jwt(type: Self.type, claims)
  }

  /// Whoever is named in `iss` does not matter: sandboxes on other ports share the key, and so their tokens.
  static func verify(_ text: String, with key: SigningKey, at now: Date) throws(Rejection) -> AccessToken {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard
      parts.count == 3, let signature = Base64URL.decode(parts[2]), let payload = Base64URL.decode(parts[1]),
      Base64URL.decode(parts[0]) != nil
    else { throw .malformed }
    // There is one algorithm and one key, hence one header: no claim about either is ever read from a token.
    guard parts[0] == key.jwtHeader(type: type), key.isSignature(signature, of: "\(parts[0]).\(parts[1])".utf8) else {
      throw .unknown
    }
    guard let token = try? JSONDecoder().decode(AccessToken.self, from: Data(payload)) else { throw .malformed }
    guard now.timeIntervalSince1970 < Double(token.expiresAt) else { throw .expired }
    return token
  }

  private var claims: JSONOutput {
    var members: [JSONOutput.Member] = [
      .init("iss", .string(issuer)),
      .init("nbf", .integer(notBefore)),
      .init("iat", .integer(issuedAt)),
      .init("exp", .integer(expiresAt)),
      .init("aud", .string(audience)),
      .init("client_id", .string(clientID)),
    ]
    if let subject { members.append(.init("sub", .string(subject))) }
    members += [
      .init("scope", .array(scopes.map { .string($0) })),
      .init("jti", .string(id)),
    ]
    return .object(members)
  }
}
