import ExplorerStorage
import OpenPayments
import PortalClient

extension Explorer {
  /// Whether a line points to the guide: until it was followed or dismissed, for those who have no profile yet.
  public var pointsToGuide: Bool {
    !guide.progress.isPointerDismissed && !guide.isOpen && file == nil && shelf.stored.profiles.isEmpty
      && shelf.stored.problems.isEmpty && profile.isBuiltInSandbox
  }

  mutating func openGuide() -> [Effect] {
    guard file == nil else { return [] }
    overlay = nil
    isHistoryOpen = false
    guide.isOpen = true
    guide.busySince = guide.contents == nil ? now : nil
    return dismissPointer() + [.portal(.read)]
  }

  mutating func dismissPointer() -> [Effect] {
    guard !guide.progress.isPointerDismissed else { return [] }
    guide.progress.isPointerDismissed = true
    return [.keepProgress(guide.progress)]
  }

  /// How a step stands.
  public func state(of step: GuideStep) -> GuideStep.State {
    switch step {
    case .application:
      let isGone = profile.isBuiltInSandbox && guide.contents != nil && ownApplication == nil
      return profile.application == nil || isGone ? .open : .done
    case .testUser:
      guard profile.isBuiltInSandbox else { return .unknown }
      return guide.contents?.testUsers.isEmpty == false ? .done : .open
    case .authenticator: return profile.isBuiltInSandbox ? .notNeeded : .unknown
    case .strongAuthentication: return guide.progress.isRehearsed ? .done : .open
    case .integrate: return GuideCall.allCases.allSatisfy { guide.answer(to: $0) != nil } ? .done : .open
    }
  }

  /// What a command means on the guide's page.
  ///
  /// - Returns: nil for those that mean the same everywhere.
  mutating func runInGuide(_ command: Command) -> [Effect]? {
    switch command {
    case .open where guide.isAmongSteps: guide.isAmongSteps = false
    case .open: return run(guide.item)
    case .back: if guide.isAmongSteps { return closeGuide() } else { guide.isAmongSteps = true }
    case .nextPane, .previousPane: step(by: command == .nextPane ? 1 : -1)
    case .refresh: return refreshGuide()
    case .tokenExchange: openGuideExchange()
    case .deleteGuideItem: return deleteGuideItem()
    case .denySignIn: return decideSignIn(isApproved: false)
    case .copyGuideItem: return copyGuideItem()
    case .cancel, .interrupt:
      if let effects = cancelGuideWork() { return effects }
      return command == .cancel ? closeGuide() : nil
    case .quit: return closeGuide()
    default: return nil
    }
    return []
  }

  mutating func moveInGuide(_ motion: Motion) {
    let place = guide.isAmongSteps ? guide.step.rawValue : guide.cursor
    switch motion {
    case .by(let distance): guide.move(to: place + distance)
    case .top: guide.move(to: 0)
    case .bottom: guide.move(to: .max)
    case .pages(let pages): scrollGuide(by: Int(pages * Double(viewport.overlayRows) / 2))
    }
  }

  mutating func scrollGuide(by distance: Int) {
    let last = max(guideDetail(width: viewport.inspectorWidth).count - 1, 0)
    guide.detailTop = min(max(guide.detailTop + distance, 0), last)
  }

  /// Pointing twice at the same item does what it is for.
  mutating func point(at place: GuidePlace) -> [Effect] {
    guard overlay == nil, guide.isOpen else { return [] }
    notice = nil
    switch place {
    case .step(let step):
      guide.isAmongSteps = true
      guide.move(to: step.rawValue)
    case .item(let position):
      let wasThere = !guide.isAmongSteps && guide.cursor == position
      guide.isAmongSteps = false
      guide.move(to: position)
      if wasThere { return run(guide.item) }
    }
    return []
  }

  private mutating func step(by distance: Int) {
    let count = GuideStep.allCases.count
    guide.step = GuideStep(rawValue: (guide.step.rawValue + distance + count) % count) ?? guide.step
    guide.detailTop = 0
  }

  mutating func closeGuide() -> [Effect] {
    guide.isOpen = false
    guide.isAmongSteps = true
    return []
  }

  private mutating func refreshGuide() -> [Effect] {
    if guide.step == .integrate, case .call(let call) = guide.item { return make(call) }
    guide.busySince = now
    return [.portal(.read)]
  }

  /// - Returns: nil if nothing is under way.
  private mutating func cancelGuideWork() -> [Effect]? {
    if let running = guide.runningCall {
      guide.calls[running.call] = nil
      notice = Notice("The call was cancelled.")
      return [.cancelGuideCall]
    }
    if guide.rehearsal?.isRunning == true {
      notice = Notice("The sign-in was left.")
      return withdrawRehearsal()
    }
    return nil
  }

  // MARK: - Doing what an item is for

  private mutating func run(_ item: GuideItem) -> [Effect] {
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

  /// Its profile, or a form for one if somebody has the secret.
  private mutating func open(_ application: PortalApplication) {
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

  private mutating func make(_ call: GuideCall) -> [Effect] {
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

  private mutating func decideSignIn(isApproved: Bool) -> [Effect] {
    guard case .waiting(let signIn) = guide.item, guide.step == .strongAuthentication else {
      notice = Notice("Only a sign-in that waits can be approved or denied.")
      return []
    }
    return [.portal(.decide(signIn, isApproved: isApproved))]
  }

  private mutating func deleteGuideItem() -> [Effect] {
    switch guide.item {
    case .application(let application): overlay = .question(Question(purpose: .removeApplication(application)))
    case .testUser(let user): overlay = .question(Question(purpose: .removeTestUser(user)))
    default: notice = Notice("Nothing to delete here.")
    }
    return []
  }

  private mutating func copyGuideItem() -> [Effect] {
    if guideClipping == nil { notice = Notice("Nothing to copy here.") }
    return guideClipping.map { [.copy($0)] } ?? []
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

  private mutating func openGuideExchange() {
    guard let inspection = guideInspection else {
      notice = Notice("No call has been made for this yet.")
      return
    }
    pin(inspection, madeUnder: profile.name)
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
  private mutating func withdrawRehearsal() -> [Effect] {
    let waiting = guide.signIns.filter { $0.number == guide.rehearsal?.number && $0.email == guide.rehearsal?.email }
    guide.rehearsal = nil
    return [.cancelRehearsal] + (waiting.count == 1 ? [.portal(.withdraw(waiting[0]))] : [])
  }

  // MARK: - What comes back

  mutating func finish(_ task: PortalTask, _ result: Result<PortalOutcome, PortalError>) -> [Effect] {
    guide.busySince = nil
    switch result {
    case .success(let outcome):
      take(outcome.contents)
      guide.portalFailure = nil
      if case .read = task { guide.portalTrouble = outcome.trouble }
      return succeed(task, outcome)
    case .failure(let error):
      if case .read = task { guide.portalFailure = error.message } else { return fail(task, error) }
      return []
    }
  }

  private mutating func take(_ contents: Portal.Contents) {
    let item = guide.item
    guide.contents = contents
    guide.select(item)
  }

  private mutating func succeed(_ task: PortalTask, _ outcome: PortalOutcome) -> [Effect] {
    switch task {
    case .read: break
    case .register:
      guard let new = outcome.new else { break }
      guide.select(.application(new.application))
      overlay = .newApplication(NewApplicationPage(new))
    case .removeApplication(let application):
      notice = Notice("\(application.name) is deleted; its tokens end with their time.")
    case .addTestUser(let draft):
      if case .entry = overlay { overlay = nil }
      if let user = outcome.contents.testUsers.first(where: { $0.email == draft.email }) {
        guide.select(.testUser(user))
      }
      notice = Notice("\(draft.email) can sign in now.")
    case .removeTestUser(let user): notice = Notice("\(user.email) is deleted.")
    case .withdraw(let signIn): guide.take(guide.signIns.filter { $0.id != signIn.id })
    case .decide(let signIn, let isApproved):
      guide.take(guide.signIns.filter { $0.id != signIn.id })
      notice = Notice("The sign-in of \(signIn.email) was \(isApproved ? "approved" : "denied").")
    }
    return []
  }

  private mutating func fail(_ task: PortalTask, _ error: PortalError) -> [Effect] {
    if error.exchange?.status == 404 {
      notice = Notice("It is gone already.")
      return [.portal(.read)]
    }
    guard case .entry(var form) = overlay, form.isBusy else {
      notice = Notice(error.message)
      return []
    }
    form.setBusy(false)
    form.take(error)
    overlay = .entry(form)
    return []
  }

  mutating func finish(_ call: GuideCall, _ result: Result<GuideAnswer, LoadFailure>) {
    guard case .running? = guide.calls[call] else { return }
    switch result {
    case .success(let answer):
      guide.calls[call] = .done(answer)
      // What came after an older answer belongs to that.
      for later in GuideCall.allCases where later.rawValue > call.rawValue { guide.calls[later] = nil }
    case .failure(let failure):
      guide.calls[call] = .failed(failure, lines: failure.inspection?.transcript ?? [])
    }
  }

  mutating func take(_ news: Rehearsal.News, of id: Int) -> [Effect] {
    guard guide.rehearsal?.id == id else { return [] }
    guide.rehearsal?.take(news)
    guard guide.rehearsal?.result != nil, !guide.progress.isRehearsed else { return [] }
    guide.progress.isRehearsed = true
    return [.keepProgress(guide.progress)]
  }

  /// Looks for sign-ins as long as they are on screen.
  mutating func followGuide() -> [Effect] {
    let wants = guide.isOpen && guide.step == .strongAuthentication
    guard wants != guide.isWatching else { return [] }
    guide.isWatching = wants
    return [.watchSignIns(wants)]
  }
}
