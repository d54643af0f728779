import FoundationEssentials
import HTTPTypes

/// Takes the access token from the `Authorization` header, and from nowhere else (RFC 6750, section 2.1).
struct BearerAuthorization {
  let key: SigningKey
  let store: PortalStore

  enum Refusal: Error {
    case missing
    case rejected(AccessToken.Rejection)
    /// The token is good, but not for this.
    case insufficientScope(String)
  }

  func token(in fields: HTTPFields, at now: Date) throws(Refusal) -> AccessToken {
    guard let header = fields[.authorization]?[...].trimmingBlanks, !header.isEmpty else { throw .missing }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw .rejected(.malformed) }
    let token: AccessToken
    do { token = try AccessToken.verify(String(parts[1].trimmingBlanks), with: key, at: now) } catch {
      throw .rejected(error)
    }
    // Only what was given for a code is ever revoked.
    if token.subject != nil, (try? store.state(at: now).isRevoked(token.id)) != false { throw .rejected(.revoked) }
    return token
  }
}

extension BearerAuthorization.Refusal {
  var status: HTTPResponse.Status {
    if case .insufficientScope = self { .forbidden } else { .unauthorized }
  }

  /// The value of `WWW-Authenticate`. Whoever sent no token at all is told no error (RFC 6750, section 3.1).
  var challenge: String {
    switch self {
    case .missing: "Bearer realm=\"sandbox\""
    case .rejected: "Bearer realm=\"sandbox\", error=\"invalid_token\", error_description=\"\(text)\""
    case .insufficientScope(let scope):
      "Bearer realm=\"sandbox\", error=\"insufficient_scope\", scope=\"\(scope)\""
    }
  }

  var text: String {
    switch self {
    case .missing: "The call carries no access token."
    case .rejected(.malformed): "The access token is malformed."
    case .rejected(.unknown): "The access token was not issued here."
    case .rejected(.expired): "The access token has expired."
    case .rejected(.revoked): "The access token was revoked."
    case .insufficientScope(let scope): "The access token does not cover this call, which takes the scope \(scope)."
    }
  }
}
