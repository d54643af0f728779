import ExplorerStorage
import OpenPayments
import PortalClient
import PortalRules

extension Explorer {
  /// Registers what the form holds.
  mutating func register(_ form: EntryForm) -> [Effect] {
    accepted(form).map { submit($0, .portal(.register($0.applicationDraft))) } ?? []
  }

  mutating func addTestUser(_ form: EntryForm) -> [Effect] {
    accepted(form).map { submit($0, .portal(.addTestUser($0.testUserDraft))) } ?? []
  }

  /// The form as it is, unless something is wrong with it, which is told.
  mutating func accepted(_ form: EntryForm) -> EntryForm? {
    guard let field = form.firstProblem else { return form }
    var form = form
    form.move(to: field.id)
    form.problem = "\(field.label) \(field.problem ?? "")"
    overlay = .entry(form)
    return nil
  }

  // MARK: - Signing in

  /// Why no sign-in can be rehearsed as things are; nil if one can.
  var rehearsalProblem: String? {
    guard profile.isBuiltInSandbox else {
      return "A rehearsal needs the sandbox inside this program: c switches to a profile of it."
    }
    guard let contents = guide.contents else { return "What the sandbox's portal keeps is not known; r asks it." }
    guard let application = ownApplication else {
      return "Register an application in step 1 and use its profile: its users are those who sign in."
    }
    if !application.scopes.contains("openid") {
      return "\(application.name) may not ask for openid: register one that may, in step 1."
    }
    if application.redirectURIs.isEmpty { return "\(application.name) has no address to return to." }
    return contents.testUsers.isEmpty ? "Create a test user in step 2: somebody has to sign in." : nil
  }

  /// The application of the profile in use, as the portal knows it.
  var ownApplication: PortalApplication? {
    guard profile.isBuiltInSandbox, let id = profile.application?.clientID else { return nil }
    return guide.contents?.applications.first { $0.clientID == id }
  }

  mutating func openSignIn() {
    guard guide.rehearsal?.isRunning != true else {
      notice = Notice("A sign-in is under way; Esc leaves it.")
      return
    }
    if let problem = rehearsalProblem {
      notice = Notice(problem)
    } else if let application = ownApplication {
      overlay = .entry(.signIn(to: application, of: (guide.contents?.testUsers ?? []).map(\.email)))
    }
  }

  mutating func signIn(_ form: EntryForm) -> [Effect] {
    guard let form = accepted(form), case .signIn(let application) = form.purpose,
      let redirectURI = application.redirectURIs.first
    else { return [] }
    overlay = nil
    guide.rehearsals += 1
    guide.rehearsal = Rehearsal(id: guide.rehearsals, of: form.text(.email))
    let identity = ["email", "profile"].filter(application.scopes.contains)
    return [
      .rehearse(
        RehearsalRequest(
          id: guide.rehearsals, profile: profile, redirectURI: redirectURI,
          scopes: profile.scopes.filter(application.scopes.contains) + identity, email: form.text(.email),
          password: Secret(form[.password]?.text ?? "")))
    ]
  }
}
