import ExplorerStorage
import OpenPayments
import PortalClient

/// What is done with the items of the guide.
extension Explorer {
  mutating func run(_ item: GuideItem) -> [Effect] {
    switch item {
    case .register: overlay = .entry(.application())
    case .application(let application): open(application)
    case .portal: overlay = .code(.portal)
    case .enterCredentials: overlay = .entry(.pastedCredentials())
    case .addTestUser: overlay = .entry(.testUser())
    case .testUser(let user): notice = Notice("\(user.email): d deletes this user, y copies the email.")
    case .store(let store): overlay = .code(store.code)
    case .rehearse: openSignIn()
    case .rehearsed: openGuideExchange()
    case .waiting: return decideSignIn(isApproved: true)
    case .call(let call): return make(call)
    case .explore:
      notice = Notice("? shows the keys; :getting-started leads back to the guide.")
      return closeGuide()
    }
    return []
  }

  /// Its secret if that was not seen yet, else its profile, or a form for one if somebody has the secret.
  private mutating func open(_ application: PortalApplication) {
    if let place = guide.unseen.firstIndex(where: { $0.new.application.clientID == application.clientID }) {
      overlay = .newApplication(guide.unseen.remove(at: place))
      return
    }
    let users = profilesUsing(application).map(\.name).joined(separator: ", ")
    if users.isEmpty {
      overlay = .entry(.profile(of: application, taken: Set(profiles.map(\.name))))
    } else {
      notice = Notice("Used by \(users): c switches profiles. d deletes the application.")
    }
  }

  func profilesUsing(_ application: PortalApplication) -> [Profile] {
    profiles.filter { $0.isBuiltInSandbox && $0.application?.clientID == application.clientID }
  }

  mutating func make(_ call: GuideCall) -> [Effect] {
    guard guide.runningCall == nil else {
      notice = Notice("A call is under way; Esc cancels it.")
      return []
    }
    guard let request = request(for: call) else {
      let before = GuideCall(rawValue: call.rawValue - 1) ?? .token
      notice = Notice(
        guide.answer(to: before) == nil
          ? "“\(before.title)” comes first: this call needs its answer." : "The answer before names nothing to ask for."
      )
      return []
    }
    guide.calls[call] = .running(since: now)
    return [.guideCall(profile, request)]
  }

  /// What a call asks for; nil if that is not known yet.
  func request(for call: GuideCall) -> GuideRequest? {
    switch call {
    case .token: .token
    case .countries: .countries
    case .cities, .aspsps: GuideCall(rawValue: call.rawValue - 1).flatMap { guide.answer(to: $0)?.next }
    }
  }

  mutating func decideSignIn(isApproved: Bool) -> [Effect] {
    guard case .waiting(let signIn) = guide.item, guide.step == .strongAuthentication else {
      notice = Notice("Only a sign-in that waits can be approved or denied.")
      return []
    }
    return [.portal(.decide(signIn, isApproved: isApproved))]
  }

  mutating func deleteGuideItem() -> [Effect] {
    switch guide.item {
    case .application(let application): overlay = .question(Question(purpose: .removeApplication(application)))
    case .testUser(let user): overlay = .question(Question(purpose: .removeTestUser(user)))
    default: notice = Notice("Nothing to delete here.")
    }
    return []
  }

  mutating func copyGuideItem() -> [Effect] {
    if guideClipping == nil { notice = Notice("Nothing to copy here.") }
    return guideClipping.map { copy($0) } ?? []
  }

  /// What can be copied of the item under the cursor.
  var guideClipping: Clipping? {
    switch guide.item {
    case .application(let application): Clipping(application.clientID, "the client id")
    case .portal: Clipping(QRCode.portal.text, "the portal's address")
    case .testUser(let user): Clipping(user.email, "the email")
    case .store(let store): Clipping(store.code.text, "the link")
    default: nil
    }
  }

  /// The call behind the item under the cursor.
  var guideInspection: Inspection? {
    switch guide.item {
    case .call(let call):
      switch guide.calls[call] {
      case .done(let answer)?: answer.inspection
      case .failed(let failure, _)?: failure.inspection
      case .running?, nil: nil
      }
    case .rehearsed(let step): guide.rehearsal?.inspection(of: step)
    default: nil
    }
  }

  mutating func openGuideExchange() {
    guard let inspection = guideInspection else {
      notice = Notice("No call has been made for this yet.")
      return
    }
    pin(inspection, madeUnder: .profile(profile))
    returnsToGuide = true
  }

  /// Ends what is under way for the profile in use, of which nothing is known under another.
  mutating func leaveGuideWork() -> [Effect] {
    let effects: [Effect] =
      (guide.runningCall == nil ? [] : [.cancelGuideCall])
      + (guide.rehearsal?.isRunning == true ? withdrawRehearsal() : [])
    guide.forgetCalls()
    guide.rehearsal = nil
    return effects
  }

  /// Nobody should be asked to approve what nobody waits for.
  mutating func withdrawRehearsal() -> [Effect] {
    let waiting = guide.signIns.filter { $0.number == guide.rehearsal?.number && $0.email == guide.rehearsal?.email }
    guide.rehearsal = nil
    return [.cancelRehearsal] + (waiting.count == 1 ? [.portal(.withdraw(waiting[0]))] : [])
  }
}
