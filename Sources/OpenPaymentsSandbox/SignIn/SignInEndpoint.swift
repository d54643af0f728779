import FoundationEssentials
import HTTPTypes

/// `POST /connect/signin` with the password, then `GET /connect/signin/{ticket}` until the second factor has decided.
///
/// The answer to the form is never a redirect: it would fall under the page's `form-action`, which forbids other sites.
struct SignInEndpoint: Sendable {
  let store: PortalStore

  /// - Parameter path: the segments that follow `/connect/signin`.
  func respond(to request: SandboxRequest, path: ArraySlice<String>, at now: Date) -> SandboxResponse {
    do throws(SandboxFolderError) {
      switch (path.count, path.first) {
      case (0, _):
        guard request.method == .post else { return SandboxResponse(.methodNotAllowed, [.allow: "POST"]) }
        return try password(request, at: now)
      case (1, let ticket?):
        guard request.method == .get else { return SandboxResponse(.methodNotAllowed, [.allow: "GET"]) }
        return try goOn(ticket, issuer: request.origin, at: now)
      default: return SandboxResponse(.notFound)
      }
    } catch {
      return SignInPages.failure(error)
    }
  }

  private func password(_ request: SandboxRequest, at now: Date) throws(SandboxFolderError) -> SandboxResponse {
    let form: [String: String]
    do { form = try FormBody.fields(of: request) } catch {
      return SignInPages.problem(error.description).response(error.status)
    }
    let ticket = form["signin"] ?? ""
    let state = try store.state(at: now)
    guard let signIn = state.signInIndex(ticket: ticket).map({ state.signIns[$0] }) else {
      return SignInPages.over.response(.notFound)
    }
    if signIn.secondFactor != nil { return page(signIn, ticket, state) }
    guard let user = Self.user(form["email"] ?? "", form["password"] ?? "", state) else {
      return try refuse(ticket, at: now)
    }
    let factor = SignIn.SecondFactor(userID: user.id, number: .random(in: 10...99), since: now)
    return try store.update(at: now) { state in
      guard let index = state.signInIndex(ticket: ticket), state.testUser(user.id) != nil else {
        return SignInPages.over.response(.notFound)
      }
      // Twice the same form: the first one counts.
      if state.signIns[index].secondFactor == nil { state.signIns[index].secondFactor = factor }
      return page(state.signIns[index], ticket, state)
    }
  }

  private func refuse(_ ticket: String, at now: Date) throws(SandboxFolderError) -> SandboxResponse {
    try store.update(at: now) { state in
      guard let index = state.signInIndex(ticket: ticket) else { return SignInPages.over.response(.notFound) }
      state.signIns[index].failures = min(state.signIns[index].failures, SignIn.maximumFailures) + 1
      guard state.signIns[index].failures < SignIn.maximumFailures else {
        state.signIns.remove(at: index)
        return SignInPages.problem("The email or the password was wrong too often.").response(.forbidden)
      }
      return page(state.signIns[index], ticket, state, problem: "The email or the password is wrong.", .badRequest)
    }
  }

  /// Once the second factor has decided, back to the application, which ends the sign-in; until then the same page.
  private func goOn(_ ticket: String, issuer: String, at now: Date) throws(SandboxFolderError) -> SandboxResponse {
    let state = try store.state(at: now)
    guard let index = state.signInIndex(ticket: ticket) else { return SignInPages.over.response(.notFound) }
    if state.signIns[index].secondFactor?.isApproved == nil { return page(state.signIns[index], ticket, state) }
    let code = Base64URL.encode(SecretDigest.randomBytes())
    return try store.update(at: now) { state in
      guard let index = state.signInIndex(ticket: ticket), let factor = state.signIns[index].secondFactor else {
        return SignInPages.over.response(.notFound)
      }
      let signIn = state.signIns.remove(at: index)
      let answer = AuthorizationAnswer(
        redirectURI: signIn.request.redirectURI, state: signIn.request.state, issuer: issuer)
      guard factor.isApproved == true else { return answer.error("access_denied", "The sign-in was denied.") }
      state.codes.append(
        AuthorizationCode(
          digest: SecretDigest(code), request: signIn.request, userID: factor.userID,
          expiresAt: now + AuthorizationCode.lifetime))
      return answer.code(code)
    }
  }

  private func page(
    _ signIn: SignIn, _ ticket: String, _ state: PortalState, problem: String? = nil,
    _ status: HTTPResponse.Status = .ok
  ) -> SandboxResponse {
    let name = state.application(signIn.request.clientID)?.name ?? ""
    guard let factor = signIn.secondFactor else {
      return SignInPages.password(ticket: ticket, application: name, scopes: signIn.request.scopes, problem: problem)
        .response(status)
    }
    return SignInPages.waiting(ticket: ticket, application: name, number: factor.number).response()
  }

  /// Takes as long for an unknown address as for a wrong password.
  private static func user(_ email: String, _ password: String, _ state: PortalState) -> TestUser? {
    guard let user = state.testUsers.first(where: { $0.isReached(by: email) }) else {
      _ = try? PasswordHash(password)
      return nil
    }
    return user.password.matches(password) ? user : nil
  }
}
