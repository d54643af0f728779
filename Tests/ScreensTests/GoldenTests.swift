import ExplorerStorage
import HTTPTypes
import OpenPayments
import PortalClient
import Screens
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct GoldenTests {
  @Test("Pages and what is around them are as recorded, and make up the screen", arguments: Look.all)
  func look(_ look: Look) async throws {
    var (headers, tabs, footers) = (Rows(), Rows(), Rows())
    for scenario in look.scenarios {
      let picture = Picture(scenario: scenario, look: look)
      let screen = try await picture.played()
      let pieces = try #require(screen.pieces)
      try Record.expect(
        "at \(pieces.place.x),\(pieces.place.y)\n\(pieces.page.planes)", "Pages/\(picture.name)",
        context: "The whole screen:\n\(screen.text)")
      #expect(pieces.together(on: screen.page).planes == screen.terminal.grid?.planes, "\(picture.name)")
      headers.add(pieces.header, of: scenario)
      if let row = pieces.tabs { tabs.add(row, of: scenario) }
      footers.add(pieces.footer, of: scenario)
    }
    guard look.isUsual else { return }
    try Record.expect(headers.text, "Surroundings/headers-\(look.name)")
    try Record.expect(tabs.text, "Surroundings/tabs-\(look.name)")
    try Record.expect(footers.text, "Surroundings/footers-\(look.name)")
  }

  @Test("No record is left over")
  func leftOvers() {
    guard !Record.isRecording else { return }
    #expect(Record.names(in: "Pages").subtracting(Picture.all.map(\.name)) == [])
    let looks = Look.usual.flatMap { look in ["headers", "tabs", "footers"].map { "\($0)-\(look.name)" } }
    #expect(Record.names(in: "Surroundings").subtracting(looks) == [])
  }
}

/// Rows that some scenarios have in common.
private struct Rows {
  private var rows: [(row: Grid, scenarios: [String])] = []

  mutating func add(_ row: Grid, of scenario: Scenario) {
    if let index = rows.firstIndex(where: { $0.row == row }) {
      rows[index].scenarios.append(scenario.rawValue)
    } else {
      rows.append((row, [scenario.rawValue]))
    }
  }

  var text: String {
    let names = rows.enumerated().map { "\($0 + 1) \($1.scenarios.joined(separator: " "))" }
    return "\(Grid.stack(rows.map(\.row)).planes)\n\n\(names.joined(separator: "\n"))"
  }
}

/// A size and a theme.
struct Look: Sendable, Hashable, CustomTestStringConvertible {
  let size: Size
  let theme: String

  var name: String { "\(size.width)x\(size.height)" + (theme == "dark" ? "" : "-\(theme)") }
  var testDescription: String { name }

  init(_ width: Int, _ height: Int, _ theme: String = "dark") {
    (size, self.theme) = (Size(width: width, height: height), theme)
  }

  static let usual = [(120, 40), (80, 24), (40, 12)].flatMap { width, height in
    ["dark", "light"].map { Look(width, height, $0) }
  }
  static let monochrome = Look(120, 40, "monochrome")
  static let tooSmall = Look(39, 9)
  static let all = usual + [monochrome, tooSmall]

  var isUsual: Bool { Self.usual.contains(self) }

  var scenarios: [Scenario] {
    switch self {
    case .monochrome: [.browsing, .comparing]
    case .tooSmall: [.start]
    default: Scenario.allCases
    }
  }
}

/// A scenario in a look.
struct Picture: Sendable {
  let scenario: Scenario
  let look: Look

  var name: String { "\(scenario.rawValue)-\(look.name)" }
  var testDescription: String { name }
  @MainActor
  func played(with keyMap: KeyMap = .standard) async throws -> TestScreen {
    let history = KeptExchanges()
    if scenario.needsHistory { try await history.fill() }
    let screen = try TestScreen(
      look.size, theme: look.theme, transport: SandboxTransport(scenario.answers), history: history.store,
      keeping: HistorySettings(isOn: scenario != .historyOff), keepsClients: scenario == .tokenChecked,
      isNewcomer: scenario == .pointer, keyMap: keyMap)
    try await scenario.play(on: screen)
    return screen
  }

  static let all = Look.all.flatMap { look in look.scenarios.map { Picture(scenario: $0, look: look) } }
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
    case .start: break
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
        .profiles(
          .tested(
            screen.tag(of: StoredProfiles.acme), .token(.failure(failure)),
            advice: "Today's hosted sandbox may refuse it.")))
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
        .browser(.walked(screen.tag, DirectoryProgress(done: 59, failed: 1, left: 100, isTotalKnown: true))))
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
        .guide(.portal(.read, .success(PortalOutcome(contents: PortalStock.contents, new: PortalStock.new)))))
      await screen.receive(
        .guide(
          .portal(
            .register(PortalStock.draft), .success(PortalOutcome(contents: PortalStock.contents, new: PortalStock.new)))
        ))
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
      await screen.receive(.guide(.signInsSeen([PortalStock.waiting])))
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
