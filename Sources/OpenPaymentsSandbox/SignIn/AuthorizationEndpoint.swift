import FoundationEssentials
import HTTPTypes

/// `GET /connect/authorize`: where an application sends its user to sign in.
struct AuthorizationEndpoint: Sendable {
  let store: PortalStore

  /// - Parameter id: for the sign-in.
  func respond(to request: SandboxRequest, at now: Date, id: UUID) -> SandboxResponse {
    guard request.method == .get else { return SandboxResponse(.methodNotAllowed, [.allow: "GET"]) }
    let state: PortalState
    do { state = try store.state(at: now) } catch { return SignInPages.failure(error) }
    // Whoever cannot be trusted with the user's browser gets no redirect (RFC 6749, section 4.1.2.1).
    guard let clientID = Self.single("client_id", request.query), let application = state.application(clientID) else {
      return SignInPages.problem("The application is unknown.").response(.badRequest)
    }
    guard let uri = Self.single("redirect_uri", request.query), application.mayReturn(to: uri) else {
      return SignInPages.problem("The address to return to is not one that the application has registered.")
        .response(.badRequest)
    }
    let answer = AuthorizationAnswer(
      redirectURI: uri, state: Self.single("state", request.query), issuer: request.origin)
    guard let query = FormBody.unique(request.query) else {
      return answer.error("invalid_request", "A parameter is repeated.")
    }
    do throws(AuthorizationRequest.Refusal) {
      return start(
        try AuthorizationRequest(query, application: application, redirectURI: uri), application, answer, at: now, id)
    } catch {
      return answer.error(error.code, error.text)
    }
  }

  private func start(
    _ request: AuthorizationRequest, _ application: RegisteredApplication, _ answer: AuthorizationAnswer, at now: Date,
    _ id: UUID
  ) -> SandboxResponse {
    let ticket = Base64URL.encode(SecretDigest.randomBytes())
    let signIn = SignIn(
      id: id.uuidString.lowercased(), ticket: SecretDigest(ticket), request: request, startedAt: now)
    do {
      let isStarted = try store.update(at: now) { state in
        guard state.signIns.count < SignIn.maximumCount else { return false }
        state.signIns.append(signIn)
        return true
      }
      guard isStarted else { return answer.error("temporarily_unavailable", "Too many sign-ins are under way.") }
    } catch {
      return SignInPages.failure(error)
    }
    return SignInPages.password(ticket: ticket, application: application.name, scopes: request.scopes).response()
  }

  private static func single(_ name: String, _ query: [FormField]) -> String? {
    let values = query.filter { $0.name == name }
    return values.count == 1 ? values.first?.value : nil
  }
}
