import JSONText

/// Who has signed in, for the application that asked (OpenID Connect Core 1.0, section 2).
struct IDToken {
  let issuer: String
  let user: TestUser
  let request: AuthorizationRequest
  let issuedAt: Int

  func signed(with key: SigningKey) throws -> String {
    var claims: [JSONOutput.Member] = [
      .init("iss", .string(issuer)),
      .init("sub", .string(user.id)),
      .init("aud", .string(request.clientID)),
      .init("exp", .integer(issuedAt + AccessToken.lifetime)),
      .init("iat", .integer(issuedAt)),
    ]
    if let nonce = request.nonce { claims.append(.init("nonce", .string(nonce))) }
    claims += user.claims(for: request.scopes)
    return try key.jwt(type: "JWT", .object(claims))
  }
}

extension TestUser {
  /// What the scopes tell of a user.
  func claims(for scopes: [Scope]) -> [JSONOutput.Member] {
    var claims: [JSONOutput.Member] = []
    if scopes.contains(.email) { claims.append(.init("email", .string(email))) }
    if scopes.contains(.profile), let name { claims.append(.init("name", .string(name))) }
    return claims
  }
}
