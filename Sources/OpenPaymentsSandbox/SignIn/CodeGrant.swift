import FoundationEssentials

/// The exchange of an authorization code (RFC 6749, section 4.1.3; RFC 7636, section 4.5).
struct CodeGrant {
  let store: PortalStore

  /// Redeems the code, which is used up by that even if the rest of the request does not fit to it.
  func redeem(
    _ form: [String: String], _ application: RegisteredApplication, at now: Date
  ) throws(TokenError) -> (request: AuthorizationRequest, user: TestUser) {
    guard let code = form["code"], let uri = form["redirect_uri"], let verifier = form["code_verifier"] else {
      throw TokenError(.invalidRequest, "code, redirect_uri and code_verifier are required.")
    }
    let digest = SecretDigest(code)
    let found: (code: AuthorizationCode, user: TestUser?)?
    do {
      found = try store.update(at: now) { state in
        // Nobody can use up another application's code.
        let isMeant = { (code: AuthorizationCode) in
          code.digest == digest && code.request.clientID == application.clientID
        }
        guard let index = state.codes.firstIndex(where: isMeant) else { return nil }
        let code = state.codes.remove(at: index)
        return (code, state.testUser(code.userID))
      }
    } catch {
      throw .storage(error)
    }
    guard let found, let user = found.user else {
      throw TokenError(.invalidGrant, "The code is unknown, expired or used already.")
    }
    guard found.code.request.redirectURI.utf8.elementsEqual(uri.utf8) else {
      throw TokenError(.invalidGrant, "The redirect_uri is not the one to which the code was sent.")
    }
    guard PKCE.verifies(verifier, found.code.request.codeChallenge) else {
      throw TokenError(.invalidGrant, "The code_verifier does not fit to the code_challenge.")
    }
    return (found.code.request, user)
  }
}
