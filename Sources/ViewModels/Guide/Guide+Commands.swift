import ExplorerStorage
import FoundationEssentials
import OpenPayments
import PortalClient

extension Guide {
  mutating func open(at now: Date) -> Turn {
    busySince = contents == nil ? now : nil
    return dismissPointer() + .work(.portal(.read))
  }

  /// Nobody is pointed to the guide any more.
  mutating func dismissPointer() -> Turn {
    guard !progress.isPointerDismissed else { return .done }
    progress.isPointerDismissed = true
    return .work(.keepProgress(progress))
  }

  /// - Parameter profiles: all there are.
  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, among profiles: [Profile], in world: World) -> Turn? {
    if let motion = Motion(command) {
      move(motion, among: profiles, in: world)
      return .done
    }
    switch command {
    case .open where isAmongSteps: isAmongSteps = false
    case .open: return run(item, among: profiles, in: world)
    case .back where isAmongSteps: return close()
    case .back: isAmongSteps = true
    case .nextPane, .previousPane: step(by: command == .nextPane ? 1 : -1)
    case .refresh: return refresh(in: world)
    case .tokenExchange: return exchange
    case .deleteGuideItem: return askToDelete()
    case .denySignIn: return decideSignIn(isApproved: false)
    case .copyGuideItem: return clipping.map { .tell(.copy($0)) } ?? .say("Nothing to copy here.")
    case .cancel: return cancelWork() ?? close()
    case .interrupt: return cancelWork()
    case .quit: return close()
    default: return nil
    }
    return .done
  }

  private mutating func move(_ motion: Motion, among profiles: [Profile], in world: World) {
    let place = isAmongSteps ? step.rawValue : cursor
    switch motion {
    case .by(let distance): move(to: place + distance)
    case .top: move(to: 0)
    case .bottom: move(to: .max)
    case .to(let position): move(to: position)
    case .pages(let pages): scroll(by: Int(pages * Double(world.viewport.overlayRows) / 2), among: profiles, in: world)
    }
  }

  mutating func scroll(by distance: Int, among profiles: [Profile], in world: World) {
    let words = GuideWords(self, profiles, world)
    let last = max(words.detail(width: world.viewport.pageWidth).count - 1, 0)
    detailTop = min(max(detailTop + distance, 0), last)
  }

  /// Pointing twice at the same item does what it is for.
  mutating func point(at place: GuidePlace, among profiles: [Profile], in world: World) -> Turn {
    switch place {
    case .step(let step):
      isAmongSteps = true
      move(to: step.rawValue)
    case .item(let position):
      let wasThere = !isAmongSteps && cursor == position
      isAmongSteps = false
      move(to: position)
      if wasThere { return run(item, among: profiles, in: world) }
    }
    return .done
  }

  private mutating func step(by distance: Int) {
    let count = GuideStep.allCases.count
    step = GuideStep(rawValue: (step.rawValue + distance + count) % count) ?? step
    detailTop = 0
  }

  private mutating func close() -> Turn {
    isAmongSteps = true
    return .tell(.closed)
  }

  private mutating func refresh(in world: World) -> Turn {
    if step == .integrate, case .call(let call) = item { return make(call, in: world) }
    busySince = world.now
    return .work(.portal(.read))
  }

  /// - Returns: nil if nothing is under way.
  private mutating func cancelWork() -> Turn? {
    if let running = runningCall {
      calls[running.call] = nil
      return .work(.cancelCall).saying("The call was cancelled.")
    }
    return rehearsal?.isRunning == true ? withdrawRehearsal().saying("The sign-in was left.") : nil
  }

  /// Ends what is under way for the profile in use, of which nothing is known under another.
  mutating func endWork() -> Turn {
    let ended: Turn = runningCall == nil ? .done : .work(.cancelCall)
    let left: Turn = rehearsal?.isRunning == true ? withdrawRehearsal() : .done
    calls = [:]
    rehearsal = nil
    return ended + left
  }

  /// Nobody agreed to it.
  mutating func decline(_ call: Call) {
    switch call {
    case .make(let request): calls[request.call] = nil
    case .rehearse: rehearsal = nil
    }
  }

  /// Nobody should be asked to approve what nobody waits for.
  private mutating func withdrawRehearsal() -> Turn {
    let waiting = signIns.filter { $0.number == rehearsal?.number && $0.email == rehearsal?.email }
    rehearsal = nil
    return .work(.cancelRehearsal) + (waiting.count == 1 ? .work(.portal(.withdraw(waiting[0]))) : .done)
  }

  /// Looks for sign-ins as long as they are on screen.
  mutating func follow(isOpen: Bool) -> Turn {
    let wants = isOpen && step == .strongAuthentication
    guard wants != isWatching else { return .done }
    isWatching = wants
    return .work(.watchSignIns(wants))
  }

  // MARK: - A new application, and a code

  mutating func show(_ page: NewApplicationPage) -> Turn {
    newApplication = page
    return .tell(.secretShown)
  }

  mutating func show(_ code: QRCode) -> Turn {
    self.code = code
    return .tell(.codeShown)
  }

  /// What can be done while a new application's secret is shown.
  mutating func runAtSecret(_ command: Command) -> Turn? {
    guard let page = newApplication else { return nil }
    switch command {
    case .save: return .tell(.fillIn(.newProfile(page.new)))
    case .copySecret:
      newApplication?.isKept = true
      return .tell(.copy(Clipping(page.new.secret.reveal(), "the client secret", isSecret: true)))
    case .copyIdentifier: return .tell(.copy(Clipping(page.new.application.clientID, "the client id")))
    case .cancel, .quit, .interrupt: return .tell(page.isKept ? .secretClosed : .ask(.dropSecret))
    default: return nil
    }
  }

  func runAtCode(_ command: Command) -> Turn? {
    switch command {
    case .copyGuideItem: code.map { .tell(.copy(Clipping($0.text, "the address"))) } ?? .done
    case .cancel, .quit: .tell(.codeClosed)
    default: nil
    }
  }

  // MARK: - Questions

  private mutating func askToDelete() -> Turn {
    switch item {
    case .application(let application):
      doomed = .removeApplication(application)
      return .tell(.ask(.removal(of: application)))
    case .testUser(let user):
      doomed = .removeTestUser(user)
      return .tell(.ask(.removal(of: user)))
    default: return .say("Nothing to delete here.")
    }
  }

  mutating func answer(_ isYes: Bool) -> Turn {
    defer { doomed = nil }
    guard isYes else { return .done }
    return doomed.map { .work(.portal($0)) } ?? .tell(.secretClosed)
  }
}

extension Question {
  fileprivate static func removal(of application: PortalApplication) -> Question {
    Question(
      title: "Delete the application \(application.name)?",
      text: "Profiles that use it get no tokens any more, and its users can't sign in.")
  }

  fileprivate static func removal(of user: PortalTestUser) -> Question {
    Question(
      title: "Delete the test user \(user.email)?",
      text: "Nobody can sign in with that email and password any more; what waits of it ends.")
  }

  fileprivate static let dropSecret = Question(
    title: "Leave without the secret?",
    text: "It is neither saved nor copied, and the sandbox doesn't tell it again.")
}
