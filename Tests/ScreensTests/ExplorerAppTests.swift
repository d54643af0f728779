import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct ExplorerAppTests {
  @Test("A list under way says how long it has been and how much of it has come")
  func waiting() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    screen.isHeld = true
    await screen.open()
    #expect(!screen.text.contains("Loading"))
    await screen.wait(0.2)
    #expect(screen.lines.contains { $0.contains("Loading… ") && !$0.contains(" s") })
    await screen.wait(2.8)
    await screen.receive(.loadReceived(screen.tag, .countries, ReceivedCount(count: 1_500_000, expected: 46_000_000)))
    #expect(
      screen.lines.contains { $0.contains("Loading… 3 s · 1.5") }
        && screen.lines.contains { $0.contains("of 46 MB") }
    )
    await screen.receive(
      .loadReceived(
        screen.tag, .aspsps(CityPlace(isoCountryCode: "SE", cityId: "x")), ReceivedCount(count: 9, expected: nil)))
    #expect(!screen.text.contains("9 B"))
  }

  private func screen(_ size: Size = Size(width: 120, height: 40)) async throws -> TestScreen {
    let screen = try TestScreen(size)
    await screen.open()
    return screen
  }

  @Test("The first frame is there before anything is loaded")
  func firstFrame() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    #expect(screen.terminal.frames == 0)
    screen.draw()
    #expect(screen.terminal.frames == 1)
    #expect(screen.text.contains("SANDBOX"))
    #expect(screen.text.contains("Countries"))
    #expect(screen.effects.isEmpty)
  }

  @Test("Keys become commands, commands become frames; nothing new means no frame")
  func frames() async throws {
    let screen = try await screen()
    try await screen.press("G", "l")
    #expect(screen.focus == .column(.cities))
    let frames = screen.terminal.frames
    screen.draw()
    screen.draw()
    #expect(screen.terminal.frames == frames)
    try await screen.press("j")
    #expect(screen.terminal.frames > frames)
  }

  @Test("A key that stands for nothing changes nothing")
  func unknownKeys() async throws {
    let screen = try await screen()
    let text = screen.text
    try await screen.press("Z", "<C-q>", "F7", "<A-x>", "0", "é")
    #expect(screen.text == text)
    #expect(!screen.hasQuit)
  }

  @Test("In a filter printable keys type; the others still work")
  func typing() async throws {
    let screen = try await screen()
    try await screen.press("/")
    await screen.type("qj?")
    #expect(screen.countries.filter == "qj?")
    try await screen.press("<C-u>", "S", "w", "é", "Backspace", "Space")
    #expect(screen.countries.filter == "Sw ")
    #expect(screen.text.contains("/Sw"))
    #expect(screen.terminal.grid?.cursor != nil)
    try await screen.press("Enter")
    #expect(screen.terminal.grid?.cursor == nil)
    #expect(!screen.hasQuit)
  }

  @Test(
    "A paste goes into the filter, blanks for its line breaks, and none that is too long; elsewhere it does nothing")
  func paste() async throws {
    let screen = try await screen()
    await screen.handle(.paste("q\nq"))
    #expect(!screen.hasQuit)
    #expect(screen.countries.filter == "")
    try await screen.press("/")
    await screen.handle(.paste("swe\nden\r\n"))
    #expect(screen.countries.filter == "swe den")
    await screen.handle(.paste(String(repeating: "x", count: 1_000_000)))
    #expect(screen.countries.filter == "swe den" && screen.text.contains("too long for a line"))
    await screen.handle(.paste(String(repeating: "x", count: 1100)))
    #expect(screen.countries.filter == "swe den" && screen.text.contains("too long for a line"))
  }

  @Test("Lines pasted into a form stay apart, so that it can complain of them")
  func pasteIntoForm() async throws {
    let screen = try await screen()
    try await screen.press("c", "a")
    await screen.handle(.paste("two\r\nlines\n"))
    #expect(screen.text.contains("two lines") && screen.text.contains("name takes letters, digits"))
  }

  @Test("q quits, and so do a signal and a terminal that is gone")
  func quitting() async throws {
    let ways: [TerminalEvent] = [.key(.character("q")), .terminate(signal: 15), .closed]
    for way in ways {
      let screen = try await screen()
      #expect(!screen.hasQuit)
      await screen.handle(way)
      #expect(screen.hasQuit)
    }
  }

  @Test("Suspend and redraw reach the terminal")
  func terminalCommands() async throws {
    let screen = try await screen()
    try await screen.press("<C-z>", "<C-l>")
    #expect(screen.terminal.suspensions == 1)
    #expect(screen.terminal.redraws == 1)
  }

  @Test("A resize is drawn at the new size, with as much of each list as fits")
  func resize() async throws {
    let screen = try await screen()
    await screen.resize(Size(width: 60, height: 15))
    #expect(screen.terminal.grid?.size == Size(width: 60, height: 15))
    #expect(screen.text.contains("›"), "the columns are stacked now")
    try await screen.press("G")
    let name = try #require(screen.countries.selected?.name)
    #expect(screen.text.contains(name))
  }

  @Test("Ages and token are brought up to date when the program gets the focus back or goes on")
  func waking() async throws {
    let screen = try await screen()
    #expect(screen.text.contains("token 60 min"))
    await screen.wait(601)
    #expect(screen.text.contains("token 50 min"))
    #expect(screen.text.contains("10 min"))
    await screen.wait(3000)
    #expect(screen.text.contains("token expired"))
  }

  @Test("No secret and no token is anywhere on any page")
  func secrets() async throws {
    let screen = try await screen()
    try await screen.press("Tab", "p", "p")
    var seen = ""
    for _ in 0..<60 {
      seen += screen.text
      try await screen.press("j")
    }
    #expect(seen.contains("client_secret=••••••"))
    #expect(seen.contains("Bearer ••••••"))
    #expect(!seen.contains("eyJ"), "the beginning of every token")
  }

  @Test("What is copied goes to the terminal if it fits there, and to the desktop")
  func copying() async throws {
    let screen = try await screen()
    try await screen.press("y", "i")
    let code = try #require(screen.countries.selected?.id)
    #expect(screen.terminal.clipboard == [code])
    #expect(screen.effects.last == .copying(.copy(Clipping(code, "the country code"))))
  }

  @Test("A name is typed into the prompt, keys of the lists included")
  func prompt() async throws {
    let screen = try await screen()
    try await screen.press("s", "<C-u>")
    await screen.type("jq?.json")
    #expect(screen.text.contains("jq?.json"))
    try await screen.press("Esc")
    #expect(!screen.text.contains("jq?.json"))
    #expect(!screen.hasQuit)
  }

  @Test("A call that waits to be made again says why, until when, and how to cut that short")
  func retry() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    screen.isHeld = true
    await screen.open()
    let failed = Exchange(
      id: UUID(), operation: .countries, startedAt: TestScreen.start,
      request: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), requestBody: [],
      response: HTTPResponse(status: .serviceUnavailable), body: [], failure: nil,
      timings: .init(head: nil, total: .zero), tokenExchange: nil)
    let wait = RetryWait(exchange: failed, nextTry: 2, tries: 3, until: TestScreen.start.addingTimeInterval(2.5))
    await screen.receive(.retryBegan(screen.tag, PendingRetry(wait)))
    #expect(screen.text.contains("503 · again in 3 s"))
    #expect(screen.text.contains("r tries now"))
    #expect(screen.text.contains("503 Service Unavailable"))
    try await screen.press("r")
    #expect(screen.effects.last == .retryNow(screen.caller))
  }
}
