import ExplorerStorage
import HTTPTypes
import OpenPayments
import PortalClient
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct GoldenTests {
  @Test("The screen is as recorded", arguments: Picture.all)
  func picture(_ picture: Picture) async throws {
    let transport = SandboxTransport(picture.scenario.answers)
    let history = KeptExchanges()
    if picture.scenario.needsHistory { try await history.fill() }
    let screen = try TestScreen(
      picture.size, theme: picture.theme, transport: transport, history: history.store,
      keeping: HistorySettings(isOn: picture.scenario != .historyOff),
      keepsClients: picture.scenario == .tokenChecked, isNewcomer: picture.scenario == .pointer)
    try await picture.scenario.play(on: screen)
    try Golden.expect(screen.terminal, picture.name)
  }

  @Test("No golden is left over")
  func leftOvers() {
    guard !Golden.isRecording else { return }
    #expect(Golden.names.subtracting(Picture.all.map(\.name)) == [])
  }
}

/// A scenario at a size, in a theme.
struct Picture: Sendable, CustomTestStringConvertible {
  let scenario: Scenario
  let width: Int
  let height: Int
  var theme = "dark"

  var size: Size { Size(width: width, height: height) }
  var name: String { "\(scenario.rawValue)-\(width)x\(height)" + (theme == "dark" ? "" : "-\(theme)") }
  var testDescription: String { name }

  static let all: [Picture] =
    Scenario.allCases.filter { $0 != .tooSmall }.flatMap { scenario in
      [(120, 40), (80, 24), (40, 12)].flatMap { width, height in
        ["dark", "light"].map { Picture(scenario: scenario, width: width, height: height, theme: $0) }
      }
    } + [
      Picture(scenario: .tooSmall, width: 39, height: 9),
      Picture(scenario: .browsing, width: 120, height: 40, theme: "monochrome"),
      Picture(scenario: .comparing, width: 120, height: 40, theme: "monochrome"),
    ]
}

/// What somebody does before the picture is taken.
enum Scenario: String, CaseIterable, Sendable {
  case start, browsing, details, body, headers, request, filterTyping, noMatch, loading, failedLoad, help, profiles,
    copy, savePrompt, timing, code, commandLine, pinnedCall, editForm, tokenQuestion
  case bodyFolded, bodySearch, bodyPath, bodyText, bodyHex, bodyBroken, zoomed
  case history, historyFilter, historyQuestion, historyOff, historyInspected, compareMenu, comparing,
    comparedSame, compareCalling
  case token, tokenChecked, tokenForgotten, tokenRefused
  case finder, finderNothing, finderReading, marks, themes
  case pointer, guide, guideRegister, guideSecret, guideTestUser, guideCode, guideCalls, guideSignIn
  case profileFilter, profileForm, profileFormProblem, profileTest, productionQuestion, inProduction
  case tooSmall

  /// What the platform answers that the sandbox would not.
  var answers: [String: SandboxAnswer] {
    switch self {
    case .failedLoad: ["cities": .down]
    case .tokenRefused: ["token": .refusal]
    case .bodyBroken: ["cities": .brokenFarDown]
    default: [:]
    }
  }

  var needsHistory: Bool {
    [.history, .historyFilter, .historyQuestion, .historyInspected].contains(self)
  }

  @MainActor
  func play(on screen: TestScreen) async throws {
    screen.isHeld = self == .start || self == .loading
    await screen.open()
    switch self {
    case .start, .tooSmall: break
    case .loading: await screen.wait(3)
    case .browsing: try await goToBank(screen)
    case .details:
      try await goToBank(screen)
      try await screen.press("l")
    case .body:
      try await goToBank(screen)
      try await screen.press("Tab", "j", "j")
    case .headers:
      try await goToBank(screen)
      try await screen.press("Tab", "p")
    case .request:
      try await goToBank(screen)
      try await screen.press("Tab", "p", "p")
    case .filterTyping:
      try await screen.move(to: "Sweden")
      try await screen.press("l", "/")
      await screen.type("bor")
    case .noMatch:
      try await screen.press("/")
      await screen.type("xyz")
    case .failedLoad: try await screen.press("l")
    case .help: try await screen.press("?")
    case .themes:
      try await goToBank(screen)
      try await screen.press("T", "Down", "Down")
    case .profiles: try await openProfiles(screen, "j", "Space", "j")
    case .profileFilter:
      try await openProfiles(screen, "/")
      await screen.type("prod")
    case .profileForm: try await openProfiles(screen, "G", "k", "e", "Tab", "Tab", "Tab")
    case .profileFormProblem:
      try await openProfiles(screen, "a")
      await screen.type("a b")
      try await screen.press("Enter")
    case .profileTest:
      try await openProfiles(screen, "j", "j", "t")
      let failure = LoadFailure(
        message: "Scope refused at https://oauth.sandbox.openbankingplatform.com (400 invalid_scope).",
        suggestion: "Add the context private or corporate to the scope.")
      await screen.receive(
        .profileTested(
          StoredProfiles.acme.id, .token(.failure(failure)), advice: "Today's hosted sandbox may refuse it."))
    case .pointer: break
    case .finder:
      try await goToBank(screen)
      try await screen.press("f")
      await screen.type("bank sto")
      try await screen.press("Down")
    case .finderNothing:
      try await goToBank(screen)
      try await screen.press("f")
      await screen.type("bank nowhere")
    case .finderReading:
      try await screen.press("f", "Tab")
      await screen.wait(4)
      await screen.receive(
        .walked(TestScreen.profiles[0].id, DirectoryProgress(done: 59, failed: 1, left: 100, isTotalKnown: true)))
    case .marks:
      try await goToBank(screen)
      try await screen.press("m")
      await screen.type("a")
      try await screen.press("h", "m")
      await screen.type("b")
      try await screen.press("'")
    case .guide:
      try await openGuide(screen)
      try await screen.press("l", "j")
    case .guideRegister:
      try await openGuide(screen)
      try await screen.press("l", "Enter")
      await screen.type("Till")
      try await screen.press("Tab", "End")
      await screen.type(" http://till.example/")
    case .guideSecret:
      try await openGuide(screen)
      await screen.receive(
        .portal(.read, .success(PortalOutcome(contents: PortalStock.contents, new: PortalStock.new))))
      await screen.receive(
        .portal(
          .register(PortalStock.draft), .success(PortalOutcome(contents: PortalStock.contents, new: PortalStock.new))))
    case .guideTestUser:
      try await openGuide(screen)
      try await screen.press("j", "l", "Enter")
      await screen.type("bo@example.com")
      try await screen.press("Tab")
      await screen.type("abc12")
    case .guideCode:
      try await openGuide(screen)
      try await screen.press("j", "j", "l", "Enter")
    case .guideCalls:
      try await openGuide(screen)
      try await screen.press("G", "l", "Enter", "j", "Enter", "j", "Enter")
    case .guideSignIn:
      try await openGuide(screen)
      try await screen.press("j", "j", "j", "l")
      await screen.receive(.signInsSeen([PortalStock.waiting]))
      try await screen.press("G")
    case .productionQuestion: try await openProfiles(screen, "G", "Enter")
    case .inProduction:
      screen.isHeld = true
      try await openProfiles(screen, "G", "Enter", "y")
    case .timing:
      try await goToBank(screen)
      try await screen.press("Tab", "p", "p", "p")
    case .code:
      try await goToBank(screen)
      try await screen.press("Tab", "P", "P")
    case .commandLine:
      try await goToBank(screen)
      try await screen.press(":")
      await screen.type("get ci")
      try await screen.press("Tab", "Tab")
    case .pinnedCall:
      try await goToBank(screen)
      try await screen.press(":")
      await screen.type("get /psd2/aspspinformation/v1/countries/XX?a=b c")
      try await screen.press("Enter", "P")
    case .editForm:
      try await screen.move(to: "Sweden")
      try await screen.press("l", "e", "Tab")
      await screen.type("X")
    case .tokenQuestion:
      try await goToBank(screen)
      try await screen.press("y", "C")
    case .compareMenu:
      try await goToBank(screen)
      try await screen.press("d", "j", "D")
    case .comparing:
      try await goToBank(screen)
      try await screen.press("d", "j", "D", "G", "Enter", "n")
    case .compareCalling:
      try await goToBank(screen)
      screen.isHeld = true
      try await screen.press("D", "Enter")
      await screen.wait(3)
    case .comparedSame:
      try await goToBank(screen)
      try await screen.press("D", "Enter")
    case .copy:
      try await goToBank(screen)
      try await screen.press("y")
    case .history: try await screen.press("H", "Space", "j", "Space")
    case .historyFilter:
      try await screen.press("H", "/")
      await screen.type("acme -op:token status:5")
    case .historyQuestion: try await screen.press("H", "Space", "Space", "d")
    case .token, .tokenRefused: try await screen.press("t")
    case .tokenChecked: try await screen.press("t", "s")
    case .tokenForgotten: try await screen.press("t", "X")
    case .historyOff: try await screen.press("H")
    case .historyInspected: try await screen.press("H", "j", "j", "j", "Enter", "p", "p", "p")
    case .bodyFolded:
      try await goToBank(screen)
      try await screen.press("Tab", "x", "2", "j", "Enter", "j")
    case .bodySearch:
      try await goToBank(screen)
      try await screen.press("Tab", "x", "/")
      await screen.type("bank")
    case .bodyPath:
      try await goToBank(screen)
      try await screen.press("Tab", "x", ".")
      await screen.type(".aspsps[?@.name>'S'].")
      try await screen.press("Tab")
    case .bodyText:
      try await goToBank(screen)
      try await screen.press("Tab", "v", "z")
    case .zoomed:
      try await goToBank(screen)
      try await screen.press("z")
    case .bodyHex:
      try await goToBank(screen)
      try await screen.press("Tab", "v", "v", "j")
    case .bodyBroken:
      try await screen.move(to: "Sweden")
      try await screen.press("l", "Tab")
    case .savePrompt:
      try await goToBank(screen)
      try await screen.press("s")
    }
  }

  @MainActor
  private func openProfiles(_ screen: TestScreen, _ keys: String...) async throws {
    try await screen.press("c")
    await screen.receive(.profilesRead(StoredProfiles.list))
    for key in keys { try await screen.press(key) }
  }

  @MainActor
  private func openGuide(_ screen: TestScreen) async throws {
    screen.portal = PortalStock.contents
    try await screen.press("F2")
  }

  @MainActor
  private func goToBank(_ screen: TestScreen) async throws {
    try await screen.move(to: "Sweden")
    try await screen.press("l")
    try await screen.move(to: "Stockholm")
    try await screen.press("l", "j")
  }
}

extension SandboxAnswer {
  static let refusal = SandboxAnswer(
    status: .badRequest, body: #"{"error":"invalid_client","error_description":"No such application"}"#)
  static let brokenFarDown = SandboxAnswer(
    body: "{\n\"cities\":[\n" + String(repeating: "{\"name\": \"Borås\"},\n", count: 6000) + "{\"name\": Ystad}]}")
  static let down = SandboxAnswer(
    status: .serviceUnavailable, type: "application/problem+json",
    body: #"{"title":"Down for maintenance","detail":"Come back at noon"}"#)
}
