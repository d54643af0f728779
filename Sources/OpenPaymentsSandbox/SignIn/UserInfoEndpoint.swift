import FoundationEssentials
import HTTPTypes
import JSONText

/// `GET /connect/userinfo` (OpenID Connect Core 1.0, section 5.3).
struct UserInfoEndpoint: Sendable {
  let store: PortalStore
  let authorization: BearerAuthorization

  func respond(to request: SandboxRequest, at now: Date) -> SandboxResponse {
    guard request.method == .get || request.method == .head else {
      return SandboxResponse(.methodNotAllowed, [.allow: "GET, HEAD"])
    }
    do throws(BearerAuthorization.Refusal) {
      let token = try authorization.token(in: request.fields, at: now)
      guard token.allows(.openid), let subject = token.subject else {
        throw BearerAuthorization.Refusal.insufficientScope(Scope.openid.rawValue)
      }
      let user: TestUser?
      do { user = try store.state(at: now).testUser(subject) } catch { return TokenError.storage(error).response }
      guard let user else { throw BearerAuthorization.Refusal.rejected(.unknown) }
      let claims = user.claims(for: token.scopes.compactMap { Scope(rawValue: $0) })
      return .unstored(.ok, .object([.init("sub", .string(user.id))] + claims))
    } catch {
      let code = error.status == .forbidden ? "insufficient_scope" : "invalid_token"
      return .unstored(
        error.status, ["error": .string(code), "error_description": .string(error.text)],
        [.wwwAuthenticate: error.challenge])
    }
  }
}
