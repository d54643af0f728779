public import ExplorerStorage
public import FoundationEssentials
public import PortalClient

/// The page that leads through the platform's own guide: where one is in it, and what is known of what it asks for.
public struct Guide: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    case portal(PortalTask)
    case keepProgress(GuideProgress)
    /// Look again and again for sign-ins that wait, or no longer.
    case watchSignIns(Bool)
    case cancelRehearsal
    case cancelCall
  }

  public enum Call: Sendable, Hashable {
    /// Make one of the guide's calls, in place of one that may be under way.
    case make(GuideRequest)
    /// Sign in to an application of the built-in sandbox.
    case rehearse(RehearsalRequest)
  }

  enum Outcome {
    case fillIn(Form)
    case show(Inspection)
    case copy(Clipping)
    case ask(Question)
    /// A new application's secret is shown, or a code; or no longer.
    case secretShown, codeShown, secretClosed, codeClosed
    case closed
  }

  /// What is to be filled in.
  enum Form {
    case application, testUser, credentials
    /// A profile of an application whose secret somebody has.
    case profile(PortalApplication)
    /// A profile of the new application that is shown.
    case newProfile(NewApplication)
    case signIn(PortalApplication, emails: [String])
  }

  public enum News: Sendable {
    case portal(PortalTask, Result<PortalOutcome, PortalError>)
    case signInsSeen([WaitingSignIn])
    case rehearsed(Int, Rehearsal.News)
    case called(ProfileTag, GuideCall, Result<GuideAnswer, LoadFailure>)
  }

  public internal(set) var step = GuideStep.application
  /// Whether the cursor is among the steps, rather than in what a step holds.
  public internal(set) var isAmongSteps = true
  /// Lines of the detail that are scrolled away.
  public internal(set) var detailTop = 0
  /// What the built-in sandbox's portal keeps; nil until it was asked.
  public internal(set) var contents: Portal.Contents?
  /// Why it could not be asked.
  public internal(set) var portalFailure: String?
  /// Why what it keeps is forgotten when the program ends; nil if it isn't.
  public internal(set) var portalTrouble: String?
  /// Since when something is asked of the portal.
  public internal(set) var busySince: Date?
  /// What waits for a second factor.
  public internal(set) var signIns: [WaitingSignIn] = []
  public internal(set) var rehearsal: Rehearsal?
  /// A new application that is shown with its secret, and a code to be scanned.
  public internal(set) var newApplication: NewApplicationPage?
  public internal(set) var code: QRCode?
  /// New applications whose secret came when one was elsewhere.
  var unseen: [NewApplicationPage] = []
  /// How the guide's calls went as the profile in use.
  public internal(set) var calls: [GuideCall: GuideCall.State] = [:]
  public internal(set) var progress: GuideProgress
  var cursors: [GuideStep: Int] = [:]
  var rehearsals = 0
  /// What is deleted after a yes.
  var doomed: PortalTask?
  /// Whether somebody looks every second for what waits for a second factor.
  var isWatching = false

  init(progress: GuideProgress = GuideProgress()) { self.progress = progress }

  /// What the shown step holds.
  public var items: [GuideItem] {
    switch step {
    case .application:
      [.register] + (contents?.applications ?? []).map(GuideItem.application) + [.portal, .enterCredentials]
    case .testUser: [.addTestUser] + (contents?.testUsers ?? []).map(GuideItem.testUser)
    case .authenticator: AppStore.allCases.map(GuideItem.store)
    case .strongAuthentication:
      [.rehearse] + (rehearsal == nil ? [] : Rehearsal.Step.allCases.map(GuideItem.rehearsed))
        + signIns.map(GuideItem.waiting)
    case .integrate: GuideCall.allCases.map(GuideItem.call) + [.explore]
    }
  }

  public var cursor: Int { min(cursors[step] ?? 0, items.count - 1) }
  public var item: GuideItem { items[cursor] }

  mutating func move(to position: Int) {
    detailTop = 0
    if isAmongSteps {
      let last = GuideStep.allCases.count - 1
      step = GuideStep(rawValue: min(max(position, 0), last)) ?? step
    } else {
      cursors[step] = min(max(position, 0), items.count - 1)
    }
  }

  mutating func select(_ item: GuideItem) {
    guard let position = items.firstIndex(of: item) else { return }
    cursors[step] = position
    detailTop = 0
  }

  /// Takes in what waits for a second factor, and keeps the cursor where it was.
  mutating func take(_ signIns: [WaitingSignIn]) {
    let item = item
    self.signIns = signIns
    select(item)
  }

  var runningCall: (call: GuideCall, since: Date)? {
    for (call, state) in calls { if case .running(let since) = state { return (call, since) } }
    return nil
  }

  func answer(to call: GuideCall) -> GuideAnswer? {
    if case .done(let answer)? = calls[call] { answer } else { nil }
  }
}
