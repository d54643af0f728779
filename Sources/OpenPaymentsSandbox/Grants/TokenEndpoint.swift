import FoundationEssentials
import HTTPTypes
import JSONText

/// `POST /connect/token`: the grants of client credentials (RFC 6749, section 4.4) and of authorization codes.
struct TokenEndpoint: Sendable {
  let clients: ClientRegistry
  let key: SigningKey

  func respond(to request: SandboxRequest, at now: Date, tokenID: UUID) -> SandboxResponse {
    guard request.method == .post else { return SandboxResponse(.methodNotAllowed, [.allow: "POST"]) }
    do {
      return try grant(request, at: now, tokenID: tokenID)
    } catch let error as TokenError {
      return error.response
    } catch {
      return SandboxResponse(.internalServerError)
    }
  }

  private func grant(_ request: SandboxRequest, at now: Date, tokenID: UUID) throws -> SandboxResponse {
    let form = try FormBody.fields(of: request)
    let client = try ClientAuthentication(clients: clients, now: now).client(request.fields, form)
    let issuedAt = Int(now.timeIntervalSince1970)
    var token = AccessToken(
      issuer: request.origin, clientID: client.id, scopes: [], id: tokenID.uuidString.lowercased(), issuedAt: issuedAt)
    switch (form["grant_type"], client) {
    case ("client_credentials", _):
      guard let scopes = client.scopes(forAsked: form["scope"] ?? "") else {
        throw TokenError(.invalidScope, "A scope is unknown or not granted to this client.")
      }
      token.scopes = scopes.map(\.rawValue)
      return try answer(token)
    case ("authorization_code", .registered(let application)):
      let (request, user) = try CodeGrant(store: clients.store).redeem(form, application, for: token.id, at: now)
      token.subject = user.id
      token.scopes = request.scopes.map(\.rawValue)
      let idToken = IDToken(issuer: token.issuer, user: user, request: request, issuedAt: issuedAt)
      return try answer(token, request.scopes.contains(.openid) ? idToken : nil)
    case ("authorization_code", _), ("refresh_token", _), ("password", _),
      ("urn:ietf:params:oauth:grant-type:device_code", _):
      throw TokenError(.unauthorizedClient, "The grant type is not enabled for this client.")
    default:
      throw TokenError(.unsupportedGrantType, "The grant type must be client_credentials or authorization_code.")
    }
  }

  private func answer(_ token: AccessToken, _ idToken: IDToken? = nil) throws -> SandboxResponse {
    var members: [JSONOutput.Member] = [
      .init("access_token", .string(try token.signed(with: key))),
      .init("expires_in", .integer(AccessToken.lifetime)),
      .init("token_type", "Bearer"),
    ]
    if let idToken { members.append(.init("id_token", .string(try idToken.signed(with: key)))) }
    // The platform's early client, which asks for nothing else, fails on a fourth member.
    if token.scopes != [Scope.aspspInformation.rawValue] || token.subject != nil {
      members.append(.init("scope", .string(token.scopes.joined(separator: " "))))
    }
    return .token(.ok, .object(members))
  }
}
