import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments
import PortalClient

/// An item of the guide in words: a mark that tells how it stands, what it is, and a note.
public struct GuideRow: Sendable, Hashable {
  public let mark: String
  public let title: String
  public let note: String
  /// The mark's meaning.
  public let role: Line.Role
}

/// What is said on the guide's page.
public struct GuideWords {
  private let guide: Guide
  private let profiles: [Profile]
  private let profile: Profile
  private let now: Date
  private let timeZone: LocalZone
  private let keys: CommandKeys

  init(_ guide: Guide, _ profiles: [Profile], _ world: World) {
    self.guide = guide
    self.profiles = profiles
    (profile, now, timeZone, keys) = (world.profile, world.now, world.timeZone, world.keys)
  }

  /// How a step stands.
  public func state(of step: GuideStep) -> GuideStep.State {
    switch step {
    case .application:
      let isGone = profile.isBuiltInSandbox && guide.contents != nil && guide.application(of: profile) == nil
      return profile.application == nil || isGone ? .open : .done
    case .testUser:
      guard profile.isBuiltInSandbox else { return .unknown }
      return guide.contents?.testUsers.isEmpty == false ? .done : .open
    case .authenticator: return profile.isBuiltInSandbox ? .notNeeded : .unknown
    case .strongAuthentication: return guide.progress.isRehearsed ? .done : .open
    case .integrate: return GuideCall.allCases.allSatisfy { guide.answer(to: $0) != nil } ? .done : .open
    }
  }

  /// What the shown step is about, and what keeps it from being known.
  public func text(width: Int) -> [Line] {
    var lines = guide.step.text.broken(at: width).map { Line($0) }
    if let wait = guide.busySince?.visibleWait(at: now) {
      lines.append(Line("◌ Asking the sandbox's portal, \(Int(clamping: wait)) s", .match))
    } else if let failure = guide.portalFailure, [.application, .testUser, .strongAuthentication].contains(guide.step) {
      lines += say("The sandbox's portal can't be asked: \(failure) \(key: .refresh) tries again.", width, .bad)
    }
    if let trouble = guide.portalTrouble, [.application, .testUser].contains(guide.step) {
      lines += say("What is registered here is forgotten when opx ends: \(trouble).", width, .match)
    }
    return lines
  }

  public func row(_ item: GuideItem) -> GuideRow {
    switch item {
    case .register: .action("Register an application", "in this program")
    case .application(let application): row(application)
    case .portal: .action("The hosted portal", "its address and code")
    case .enterCredentials: .action("Enter what it shows", "kept as a profile")
    case .addTestUser: .action("Create a test user", "in this program")
    case .testUser(let user): GuideRow(mark: "✓", title: user.email, note: user.name ?? "", role: .good)
    case .store(let store): .action(store.title, store.code.text)
    case .rehearse: .action("Rehearse a sign-in", rehearsalNote)
    case .rehearsed(let step): row(step)
    case .waiting(let signIn):
      GuideRow(
        mark: "?", title: "\(signIn.number)  \(signIn.email)", note: "waits for \(signIn.application)",
        role: .match)
    case .call(let call): row(call)
    case .explore: .action("5.5 Start exploring", "closes the guide")
    }
  }

  private var rehearsalNote: String {
    guide.application(of: profile).map { "to \($0.name)" } ?? "to your application"
  }

  private func row(_ application: PortalApplication) -> GuideRow {
    let users = application.users(among: profiles)
    let isCurrent = users.contains { $0.name == profile.name }
    let note = users.isEmpty ? "no profile has its secret" : "profile \(users.map(\.name).joined(separator: ", "))"
    return GuideRow(
      mark: isCurrent ? "●" : users.isEmpty ? "○" : "✓", title: application.name,
      note: isCurrent ? "\(note), in use" : note, role: users.isEmpty ? .muted : .good)
  }

  private func row(_ step: Rehearsal.Step) -> GuideRow {
    guard let rehearsal = guide.rehearsal else { return .action(step.title, "") }
    if step.rawValue < rehearsal.passed.count {
      let exchange = rehearsal.passed[step.rawValue].exchange
      return GuideRow(mark: "✓", title: step.title, note: exchange.inShort, role: .good)
    }
    guard step == rehearsal.current else { return GuideRow(mark: "○", title: step.title, note: "", role: .muted) }
    if let failure = rehearsal.failure {
      return GuideRow(mark: "✗", title: step.title, note: failure.message, role: .bad)
    }
    let number = rehearsal.number.map { "\($0): approve it below" } ?? ""
    return GuideRow(mark: "◌", title: step.title, note: number, role: .match)
  }

  private func row(_ call: GuideCall) -> GuideRow {
    switch guide.calls[call] {
    case nil: GuideRow(mark: "○", title: call.title, note: "", role: .muted)
    case .running(let since)?:
      GuideRow(mark: "◌", title: call.title, note: waitWords(since), role: .match)
    case .done(let answer)?:
      GuideRow(
        mark: "✓", title: call.title, note: "\(answer.summary) · \(answer.inspection.exchange.inShort)", role: .good)
    case .failed(let failure, _)?: GuideRow(mark: "✗", title: call.title, note: failure.message, role: .bad)
    }
  }

  private func waitWords(_ since: Date) -> String {
    let words: Sentence = since.visibleWait(at: now).map { "\(Int(clamping: $0)) s · \(key: .cancel) cancels" } ?? ""
    return words.text(keys)
  }

  // MARK: - Beside an item

  /// What is to be read of the item under the cursor.
  public func detail(width: Int) -> [Line] {
    switch guide.item {
    case .register:
      say(
        "\(key: .open, in: .guide) opens a form. The sandbox keeps the application for later runs; its secret is shown once.",
        width)
    case .application(let application): lines(of: application, width)
    case .portal:
      say(
        "\(key: .open, in: .guide) shows the address as a code for your phone's camera; \(key: .copyGuideItem, in: .guide) copies it.",
        width)
    case .enterCredentials:
      say("\(key: .open, in: .guide) opens a form that checks what you paste as you paste it.", width)
    case .addTestUser: say("\(key: .open, in: .guide) opens a form.", width)
    case .testUser(let user):
      FieldLines(width: width).lines("Email", user.email) + FieldLines(width: width).lines("Name", user.name ?? "")
    case .store:
      say(
        "\(key: .open, in: .guide) shows the link as a code for your phone's camera; \(key: .copyGuideItem, in: .guide) copies it.",
        width)
    case .rehearse: rehearsalDetail(width)
    case .rehearsed(let step): detail(of: step, width)
    case .waiting(let signIn):
      say(
        """
        Somebody signs in to \(signIn.application) as \(signIn.email). If the page that waits shows \(signIn.number), \
        \(key: .open, in: .guide) approves; \(key: .denySignIn) denies.
        """, width)
    case .call(let call): detail(of: call, width)
    case .explore:
      say(
        "\(key: .open, in: .guide) closes the guide. The explorer has the calls that you have made, and all others.",
        width)
    }
  }

  private func say(_ sentence: Sentence, _ width: Int, _ role: Line.Role = .muted) -> [Line] {
    sentence.text(keys).broken(at: width).map { Line($0, role) }
  }

  private func broken(_ lines: [Line], _ width: Int) -> [Line] {
    lines.flatMap { $0.spelled(keys).broken(at: width) }
  }

  private func lines(of application: PortalApplication, _ width: Int) -> [Line] {
    let fields = FieldLines(width: width)
    return fields.lines("Name", application.name) + fields.lines("Client id", application.clientID)
      + fields.lines("Redirect URIs", application.redirectURIs.joined(separator: " "))
      + fields.lines("Scopes", application.scopes.joined(separator: " "))
  }

  private func rehearsalDetail(_ width: Int) -> [Line] {
    if let result = guide.rehearsal?.result { return lines(of: result, width) }
    if let problem = guide.rehearsalProblem(as: profile) { return say(problem, width, .match) }
    return say(
      """
      \(key: .open, in: .guide) signs a test user in to your application: this program plays the application and the \
      browser, you play the user and the second factor. Another opx in the next pane of your terminal can approve as well.
      """, width)
  }

  private func lines(of result: AuthorizationCodeFlow.SignedIn, _ width: Int) -> [Line] {
    let fields = FieldLines(width: width)
    var lines = say("Signed in: the application has its tokens. They were dropped.", width, .good)
    lines += [Line()] + fields.lines("Granted scopes", result.scopes.joined(separator: " "))
    if let lifetime = result.lifetime { lines += fields.lines("Good for", (lifetime / .seconds(1)).countdown) }
    guard let claims = result.idToken.claimsMembers else { return lines }
    return lines + [Line(), Line("Claims of the id token, NOT VERIFIED", .heading)]
      + ClaimLines(width: width, timeZone: timeZone).lines(claims)
  }

  private func detail(of step: Rehearsal.Step, _ width: Int) -> [Line] {
    let lines = broken(guide.rehearsal?.transcript(of: step) ?? [], width)
    guard step == guide.rehearsal?.current, let failure = guide.rehearsal?.failure else { return lines }
    return say("\(failure.message)", width, .bad) + [Line()] + lines
  }

  private func detail(of call: GuideCall, _ width: Int) -> [Line] {
    switch guide.calls[call] {
    case .done(let answer)?: broken(answer.lines, width)
    case .failed(let failure, let lines)?:
      Details.lines(failure, width: width, keys) + [Line()] + broken(lines, width)
    case .running?: []
    case nil:
      guide.request(for: call) == nil
        ? say("The call above comes first.", width) : say("\(key: .open, in: .guide) makes the call.", width)
    }
  }
}

extension GuideRow {
  fileprivate static func action(_ title: String, _ note: String) -> GuideRow {
    GuideRow(mark: "+", title: title, note: note, role: .label)
  }
}

extension Exchange {
  /// Status and time.
  fileprivate var inShort: String {
    let isGood = status.map { (200..<400).contains($0) } ?? false
    return [isGood ? nil : status.map(String.init), timings.total.words].compactMap { $0 }.joined(separator: " in ")
  }
}
