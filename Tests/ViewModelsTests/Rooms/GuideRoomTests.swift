import ExplorerStorage
import OpenPayments
import PortalClient
import Testing

@testable import ViewModels

/// The guide's page, with nobody who asks the portal or makes calls.
struct GuideRoomTests {
  private let world = ViewModels.World.of(PortalWorld.profile, in: .guide)
  private let profiles = [PortalWorld.profile]

  /// In a step, at an item.
  private func guide(_ step: GuideStep, at item: GuideItem? = nil) -> Guide {
    var guide = Guide(progress: GuideProgress(isPointerDismissed: true))
    take(.portal(.read, .success(PortalOutcome(contents: PortalWorld.contents))), in: &guide)
    (guide.step, guide.isAmongSteps) = (step, false)
    if let item { guide.select(item) }
    return guide
  }

  @discardableResult
  private func take(_ news: Guide.News, isAwaited: Bool = false, in guide: inout Guide) -> Guide.Turn {
    guide.take(news, isAwaited: isAwaited, in: world)
  }

  private func run(_ command: Command, in guide: inout Guide) -> Guide.Turn? {
    guide.run(command, among: profiles, in: world)
  }

  private func answer(_ next: GuideRequest?) -> GuideAnswer {
    GuideAnswer(summary: "fine", inspection: World.inspection("{}"), next: next)
  }

  @Test("Opening asks the portal, and points nobody to the guide any more")
  func opening() {
    var guide = Guide()
    let turn = guide.open(at: world.now)
    #expect(turn.work == [.keepProgress(guide.progress), .portal(.read)] && guide.progress.isPointerDismissed)
    #expect(guide.busySince == world.now && guide.open(at: world.now).work == [.portal(.read)])
    take(.portal(.read, .failure(PortalError("It is gone."))), in: &guide)
    #expect(guide.busySince == nil && guide.portalFailure == "It is gone.")
  }

  @Test("Enter goes into a step, Left back out, and then away")
  func moving() {
    var guide = Guide()
    #expect(run(.moveDown, in: &guide)?.isQuiet == true && guide.step == .testUser)
    #expect(run(.open, in: &guide)?.isQuiet == true && !guide.isAmongSteps)
    #expect(run(.open, in: &guide)?.told == ["fillIn"])
    #expect(run(.back, in: &guide)?.isQuiet == true && guide.isAmongSteps)
    #expect(run(.back, in: &guide)?.told == ["closed"])
    #expect(run(.history, in: &guide) == nil && run(.interrupt, in: &guide) == nil)
  }

  @Test("Each call needs the answer before, and one is made at a time")
  func calls() {
    var guide = guide(.integrate, at: .call(.cities))
    #expect(run(.open, in: &guide)?.said?.contains("comes first") == true)
    guide.select(.call(.countries))
    let turn = run(.open, in: &guide)
    #expect(turn?.calls.map(\.call) == [.make(.countries)] && turn?.calls.first?.caller == world.caller)
    #expect(run(.open, in: &guide)?.said == "A call is under way; cancel cancels it.")
    take(.called(world.caller.tag, .countries, .success(answer(.cities(isoCountryCode: "SE")))), in: &guide)
    guide.select(.call(.cities))
    #expect(run(.open, in: &guide)?.calls.map(\.call) == [.make(.cities(isoCountryCode: "SE"))])
  }

  @Test("Answers to another profile, or to a call that was cancelled or declined, are dropped")
  func lateCalls() {
    var guide = guide(.integrate, at: .call(.token))
    _ = run(.open, in: &guide)
    take(.called(ProfileTag(number: 99), .token, .success(answer(nil))), in: &guide)
    #expect(guide.runningCall?.call == .token)
    let cancelled = run(.cancel, in: &guide)
    #expect(cancelled?.work == [.cancelCall] && cancelled?.said == "The call was cancelled.")
    take(.called(world.caller.tag, .token, .success(answer(nil))), in: &guide)
    #expect(guide.answer(to: .token) == nil)
    _ = run(.open, in: &guide)
    guide.decline(.make(.token))
    #expect(guide.calls.isEmpty)
  }

  @Test("What is to be deleted goes after a yes alone")
  func deleting() {
    var guide = guide(.application, at: .application(PortalWorld.till))
    #expect(run(.deleteGuideItem, in: &guide)?.told == ["ask"] && guide.answer(false).isQuiet)
    _ = run(.deleteGuideItem, in: &guide)
    #expect(guide.answer(true).work == [.portal(.removeApplication(PortalWorld.till))])
    guide.select(.register)
    #expect(run(.deleteGuideItem, in: &guide)?.said == "Nothing to delete here.")
  }

  @Test("A new secret is shown to whoever waits for it, else it waits at its application")
  func secret() {
    let draft = ApplicationDraft(name: "Till", redirectURIs: [], scopes: [])
    let news = Guide.News.portal(
      .register(draft), .success(PortalOutcome(contents: PortalWorld.contents, new: PortalWorld.new)))
    var guide = guide(.application)
    #expect(take(news, isAwaited: true, in: &guide).told == ["secretShown"] && guide.newApplication != nil)
    guide = self.guide(.application)
    let elsewhere = guide.take(news, isAwaited: false, in: .of(PortalWorld.profile, in: .columns))
    #expect(elsewhere.outcomes.isEmpty && elsewhere.said != nil && guide.newApplication == nil)
    guide.select(.application(PortalWorld.till))
    #expect(run(.open, in: &guide)?.told == ["secretShown"])
  }

  @Test("A secret that was kept nowhere is left after a yes alone")
  func leavingSecret() {
    var guide = guide(.application)
    _ = guide.show(NewApplicationPage(PortalWorld.new))
    #expect(guide.runAtSecret(.cancel)?.told == ["ask"] && guide.answer(false).isQuiet)
    #expect(guide.answer(true).told == ["secretClosed"])
    #expect(guide.runAtSecret(.copySecret)?.told == ["copy"] && guide.runAtSecret(.cancel)?.told == ["secretClosed"])
    #expect(guide.runAtSecret(.save)?.told == ["fillIn"] && guide.runAtSecret(.moveDown) == nil)
  }

  @Test("One sign-in is rehearsed at a time, and news of one before it are dropped")
  func rehearsing() {
    var guide = guide(.strongAuthentication)
    #expect(run(.open, in: &guide)?.told == ["fillIn"])
    let turn = guide.signIn(to: PortalWorld.till, "anna@example.com", Secret("abc"), in: world)
    #expect(turn.calls.count == 1 && guide.rehearsal?.isRunning == true)
    #expect(run(.open, in: &guide)?.said == "A sign-in is under way; cancel leaves it.")
    let first = guide.rehearsal?.id ?? 0
    #expect(run(.cancel, in: &guide)?.work == [.cancelRehearsal] && guide.rehearsal == nil)
    _ = guide.signIn(to: PortalWorld.till, "anna@example.com", Secret("abc"), in: world)
    take(.rehearsed(first, .failed(PortalError("late"), nil)), in: &guide)
    #expect(guide.rehearsal?.isRunning == true && guide.rehearsal?.id != first)
  }

  @Test("A sign-in of one's own that is left waits for nobody's approval")
  func withdrawing() {
    var guide = guide(.strongAuthentication)
    _ = guide.signIn(to: PortalWorld.till, "anna@example.com", Secret("abc"), in: world)
    let id = guide.rehearsal?.id ?? 0
    take(.rehearsed(id, .waiting(number: 42, World.inspection("{}"))), in: &guide)
    take(.signInsSeen([PortalWorld.waiting]), in: &guide)
    #expect(guide.endWork().work == [.cancelRehearsal, .portal(.withdraw(PortalWorld.waiting))])
    #expect(guide.rehearsal == nil && guide.endWork().isQuiet)
  }

  @Test("Somebody looks for sign-ins only while they are to be seen; the cursor stays at its own")
  func watching() {
    var guide = guide(.strongAuthentication)
    #expect(guide.follow(isOpen: true).work == [.watchSignIns(true)] && guide.follow(isOpen: true).isQuiet)
    take(.signInsSeen([PortalWorld.waiting]), in: &guide)
    guide.select(.waiting(PortalWorld.waiting))
    let other = WaitingSignIn(id: "s0", application: "Till", email: "b@example.com", number: 7)
    take(.signInsSeen([other, PortalWorld.waiting]), in: &guide)
    #expect(guide.item == .waiting(PortalWorld.waiting))
    #expect(run(.denySignIn, in: &guide)?.work == [.portal(.decide(PortalWorld.waiting, isApproved: false))])
    #expect(run(.open, in: &guide)?.work == [.portal(.decide(PortalWorld.waiting, isApproved: true))])
    #expect(guide.follow(isOpen: false).work == [.watchSignIns(false)])
  }
}
