import ExplorerStorage
import OpenPayments
import PortalClient

/// What is done with the items of the guide.
extension Guide {
  mutating func run(_ item: GuideItem, among profiles: [Profile], in world: World) -> Turn {
    switch item {
    case .register: return .tell(.fillIn(.application))
    case .application(let application): return open(application, among: profiles)
    case .portal: return show(QRCode.portal)
    case .enterCredentials: return .tell(.fillIn(.credentials))
    case .addTestUser: return .tell(.fillIn(.testUser))
    case .testUser(let user):
      return .say("\(user.email): \(key: .deleteGuideItem) deletes this user, \(key: .copyGuideItem) copies the email.")
    case .store(let store): return show(store.code)
    case .rehearse: return askToSignIn(in: world)
    case .rehearsed: return exchange
    case .waiting: return decideSignIn(isApproved: true)
    case .call(let call): return make(call, in: world)
    case .explore:
      isAmongSteps = true
      return .tell(.closed).saying(
        "\(key: .help) shows the keys; :\(Command.gettingStarted.name) leads back to the guide.")
    }
  }

  /// Its secret if that was not seen yet, else its profile, or a form for one if somebody has the secret.
  private mutating func open(_ application: PortalApplication, among profiles: [Profile]) -> Turn {
    if let place = unseen.firstIndex(where: { $0.new.application.clientID == application.clientID }) {
      return show(unseen.remove(at: place))
    }
    let users = application.users(among: profiles).map(\.name).joined(separator: ", ")
    return users.isEmpty
      ? .tell(.fillIn(.profile(application)))
      : .say("Used by \(users): \(key: .profiles) switches profiles. \(key: .deleteGuideItem) deletes the application.")
  }

  mutating func make(_ call: GuideCall, in world: World) -> Turn {
    guard runningCall == nil else { return .say("A call is under way; \(key: .cancel) cancels it.") }
    guard let request = request(for: call) else {
      let before = GuideCall(rawValue: call.rawValue - 1) ?? .token
      return .say(
        answer(to: before) == nil
          ? "“\(before.title)” comes first: this call needs its answer." : "The answer before names nothing to ask for."
      )
    }
    calls[call] = .running(since: world.now)
    return .call(.make(request), as: world.caller)
  }

  /// What a call asks for; nil if that is not known yet.
  func request(for call: GuideCall) -> GuideRequest? {
    switch call {
    case .token: .token
    case .countries: .countries
    case .cities, .aspsps: GuideCall(rawValue: call.rawValue - 1).flatMap { answer(to: $0)?.next }
    }
  }

  func decideSignIn(isApproved: Bool) -> Turn {
    guard case .waiting(let signIn) = item, step == .strongAuthentication else {
      return .say("Only a sign-in that waits can be approved or denied.")
    }
    return .work(.portal(.decide(signIn, isApproved: isApproved)))
  }

  /// What can be copied of the item under the cursor.
  var clipping: Clipping? {
    switch item {
    case .application(let application): Clipping(application.clientID, "the client id")
    case .portal: Clipping(QRCode.portal.text, "the portal's address")
    case .testUser(let user): Clipping(user.email, "the email")
    case .store(let store): Clipping(store.code.text, "the link")
    default: nil
    }
  }

  /// The call behind the item under the cursor.
  var inspection: Inspection? {
    switch item {
    case .call(let call):
      switch calls[call] {
      case .done(let answer)?: answer.inspection
      case .failed(let failure, _)?: failure.inspection
      case .running?, nil: nil
      }
    case .rehearsed(let step): rehearsal?.inspection(of: step)
    default: nil
    }
  }

  var exchange: Turn { inspection.map { .tell(.show($0)) } ?? .say("No call has been made for this yet.") }

  // MARK: - Signing in

  /// Why no sign-in can be rehearsed as things are; nil if one can.
  func rehearsalProblem(as profile: Profile) -> Sentence? {
    guard profile.isBuiltInSandbox else {
      return "A rehearsal needs the sandbox inside this program: \(key: .profiles) switches to a profile of it."
    }
    guard let contents else { return "What the sandbox's portal keeps is not known; \(key: .refresh) asks it." }
    guard let application = application(of: profile) else {
      return "Register an application in step 1 and use its profile: its users are those who sign in."
    }
    if !application.scopes.contains("openid") {
      return "\(application.name) may not ask for openid: register one that may, in step 1."
    }
    if application.redirectURIs.isEmpty { return "\(application.name) has no address to return to." }
    return contents.testUsers.isEmpty ? "Create a test user in step 2: somebody has to sign in." : nil
  }

  /// The application of a profile, as the portal knows it.
  func application(of profile: Profile) -> PortalApplication? {
    guard profile.isBuiltInSandbox, let id = profile.application?.clientID else { return nil }
    return contents?.applications.first { $0.clientID == id }
  }

  private func askToSignIn(in world: World) -> Turn {
    guard rehearsal?.isRunning != true else { return .say("A sign-in is under way; \(key: .cancel) leaves it.") }
    if let problem = rehearsalProblem(as: world.profile) { return .say(problem) }
    return application(of: world.profile).map {
      .tell(.fillIn(.signIn($0, emails: (contents?.testUsers ?? []).map(\.email))))
    } ?? .done
  }

  mutating func signIn(to application: PortalApplication, _ email: String, _ password: Secret, in world: World) -> Turn
  {
    guard let redirectURI = application.redirectURIs.first else { return .done }
    rehearsals += 1
    rehearsal = Rehearsal(id: rehearsals, of: email)
    let identity = ["email", "profile"].filter(application.scopes.contains)
    let request = RehearsalRequest(
      id: rehearsals, redirectURI: redirectURI,
      scopes: world.profile.scopes.filter(application.scopes.contains) + identity, email: email, password: password)
    return .call(.rehearse(request), as: world.caller)
  }
}

extension PortalApplication {
  /// The profiles that use it.
  func users(among profiles: [Profile]) -> [Profile] {
    profiles.filter { $0.isBuiltInSandbox && $0.application?.clientID == clientID }
  }
}
