import FoundationEssentials

/// The exchange of an authorization code (RFC 6749, section 4.1.3; RFC 7636, section 4.5).
struct CodeGrant {
  let store: PortalStore

  /// Redeems the code, which is used up by that even if the rest of the request does not fit to it. Who redeems it again
  /// gets nothing, and loses what it has given.
  ///
  /// - Parameter tokenID: of the token that it gives.
  func redeem(
    _ form: [String: String], _ application: RegisteredApplication, for tokenID: String, at now: Date
  ) throws(TokenError) -> (request: AuthorizationRequest, user: TestUser) {
    guard let code = form["code"], let uri = form["redirect_uri"], let verifier = form["code_verifier"] else {
      throw TokenError(.invalidRequest, "code, redirect_uri and code_verifier are required.")
    }
    let digest = SecretDigest(code)
    let result: Result<(request: AuthorizationRequest, user: TestUser), TokenError>
    do {
      result = try store.update(at: now) { state in
        // Nobody can use up another application's code.
        let isMeant = { (code: AuthorizationCode) in
          code.digest == digest && code.request.clientID == application.clientID
        }
        guard let index = state.codes.firstIndex(where: isMeant) else {
          let isKnown = state.revoke(digest, of: application.clientID)
          return .failure(TokenError(.invalidGrant, isKnown ? Self.usedTwice : Self.unknown))
        }
        let code = state.codes.remove(at: index)
        guard let user = state.testUser(code.userID) else { return .failure(TokenError(.invalidGrant, Self.unknown)) }
        if let problem = Self.problem(code.request, redirectURI: uri, verifier) {
          return .failure(TokenError(.invalidGrant, problem))
        }
        state.spend(code, on: tokenID, at: now)
        return .success((code.request, user))
      }
    } catch {
      throw .storage(error)
    }
    return try result.get()
  }

  private static let unknown = "The code is unknown, expired or used already."
  private static let usedTwice = "The code was used already; the token that it gave is revoked now."

  private static func problem(
    _ request: AuthorizationRequest, redirectURI: String, _ verifier: String
  ) -> String? {
    guard request.redirectURI.utf8.elementsEqual(redirectURI.utf8) else {
      return "The redirect_uri is not the one to which the code was sent."
    }
    return PKCE.verifies(verifier, request.codeChallenge)
      ? nil : "The code_verifier does not fit to the code_challenge."
  }
}
