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
