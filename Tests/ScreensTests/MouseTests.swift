import ExplorerStorage
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct MouseTests {
  private func screen(_ size: Size = Size(width: 120, height: 40)) async throws -> TestScreen {
    let screen = try TestScreen(size)
    await screen.open()
    return screen
  }

  /// Where a text begins on the screen.
  private func position(of text: String, on screen: TestScreen) throws -> Position {
    for (y, line) in screen.lines.enumerated() {
      if let range = line.firstRange(of: text) {
        return Position(x: line.distance(from: line.startIndex, to: range.lowerBound), y: y)
      }
    }
    throw TextNotFound(text: text)
  }

  @Test("A click on a row goes there")
  func row() async throws {
    let screen = try await screen()
    await screen.handle(.mouse(Mouse(.press(.left), at: try position(of: "Norway", on: screen))))
    #expect(screen.countries.selected?.name == "Norway")
    let city = try #require(screen.cities.row(at: 1)?.name)
    await screen.handle(.mouse(Mouse(.press(.left), at: try position(of: city, on: screen))))
    #expect(screen.focus == .column(.cities))
    #expect(screen.cities.selected?.name == city)
  }

  @Test("On the history's page a click goes to its row, the wheel scrolls, and the columns beneath stay")
  func history() async throws {
    let kept = KeptExchanges()
    try await kept.fill()
    let screen = try TestScreen(Size(width: 120, height: 8 + 2), history: kept.store)
    await screen.open()
    try await screen.press("H")
    await screen.handle(.mouse(Mouse(.press(.left), at: try position(of: "503", on: screen))))
    #expect(screen.history.selected?.status == 503)
    await screen.handle(.mouse(Mouse(.wheel(.down), at: Position(x: 9, y: 4))))
    #expect(screen.history.top == 1)
    #expect(screen.countries.cursor == 0 && screen.focus == .column(.countries))
  }

  @Test("A click on a tab turns the page", arguments: Page.allCases)
  func tab(page: Page) async throws {
    let screen = try await screen()
    let tabs = try position(of: "Details │", on: screen)
    let line = screen.lines[tabs.y]
    let range = try #require(line.firstRange(of: page.rawValue))
    let x = line.distance(from: line.startIndex, to: range.upperBound) - 1
    await screen.handle(.mouse(Mouse(.press(.left), at: Position(x: x, y: tabs.y))))
    #expect(screen.inspector.page == page)
    #expect(screen.focus == .inspector)
  }

  @Test("The wheel scrolls what is under it and leaves the focus alone")
  func wheel() async throws {
    let screen = try await screen()
    let top = screen.inspector.top
    await screen.handle(.mouse(Mouse(.wheel(.down), at: Position(x: 5, y: 30))))
    #expect(screen.inspector.top > top)
    #expect(screen.focus == .column(.countries))
    await screen.handle(.mouse(Mouse(.wheel(.up), at: Position(x: 5, y: 30))))
    #expect(screen.inspector.top == top)
  }

  @Test("Borders, other buttons and what lies under an overlay do nothing")
  func nothing() async throws {
    let screen = try await screen()
    let row = try position(of: "Norway", on: screen)
    let selected = screen.countries.selected
    let clicks: [Mouse] = [
      Mouse(.press(.left), at: Position(x: 0, y: 5)),
      Mouse(.press(.left), at: Position(x: 500, y: 500)),
      Mouse(.press(.left), at: Position(x: -1, y: -1)), Mouse(.press(.right), at: row), Mouse(.release(.left), at: row),
      Mouse(.drag(.left), at: row),
    ]
    for click in clicks { await screen.handle(.mouse(click)) }
    #expect(screen.countries.selected == selected)
    try await screen.press("?")
    await screen.handle(.mouse(Mouse(.press(.left), at: row)))
    #expect(screen.countries.selected == selected)
    #expect(screen.context == .help)
  }

  @Test("In the finder and among the commands the wheel scrolls, a click chooses and a second one does it")
  func lists() async throws {
    let screen = try await screen(Size(width: 80, height: 24))
    try await screen.press("f")
    let norway = try position(of: "Norway", on: screen)
    await screen.handle(.mouse(Mouse(.press(.left), at: norway)))
    #expect(screen.finder?.list.selected?.name == "Norway")
    await screen.handle(.mouse(Mouse(.press(.left), at: norway)))
    #expect(!screen.hasOverlay && screen.countries.selected?.name == "Norway")
    try await screen.press("?")
    await screen.handle(.mouse(Mouse(.wheel(.down), at: norway)))
    await screen.handle(.mouse(Mouse(.press(.left), at: Position(x: 2, y: 2))))
    #expect(screen.commandList?.list.top == 3)
  }

  private func click(_ text: String, on screen: TestScreen) async throws {
    await screen.handle(.mouse(Mouse(.press(.left), at: try position(of: text, on: screen))))
    await screen.handle(.mouse(Mouse(.release(.left), at: try position(of: "opx", on: screen))))
  }

  @Test("A double click goes in; two slow clicks don't")
  func doubleClick() async throws {
    let screen = try await screen()
    let norway = TerminalEvent.mouse(Mouse(.press(.left), at: try position(of: "Norway", on: screen)))
    await screen.handle(norway)
    await screen.wait(1)
    await screen.handle(norway)
    #expect(screen.focus == .column(.countries))
    await screen.handle(norway)
    #expect(screen.focus == .column(.cities))
    #expect(screen.countries.selected?.name == "Norway")
  }

  @Test("The header leads to profiles, token and history, the footer does what its hints say")
  func bars() async throws {
    let screen = try await screen()
    try await click("sandbox ▾", on: screen)
    #expect(screen.context == .profiles)
    try await screen.press("Esc")
    try await click("token 6", on: screen)
    #expect(screen.context == .token)
    try await screen.press("q")
    try await click("requests", on: screen)
    #expect(screen.isHistoryOpen)
    try await screen.press("q")
    try await click("f find", on: screen)
    #expect(screen.context == .finder)
    try await click("Esc close", on: screen)
    #expect(!screen.hasOverlay)
    try await click("q quit", on: screen)
    #expect(!screen.hasQuit && screen.text.contains("Quit opx?"), "the mouse asks first")
    try await click("n no", on: screen)
    #expect(!screen.hasOverlay)
    try await click("q quit", on: screen)
    try await click("y yes", on: screen)
    #expect(screen.hasQuit)
  }

  @Test("Stacked, a click on the breadcrumb goes back")
  func breadcrumb() async throws {
    let screen = try await screen(Size(width: 80, height: 24))
    try await screen.press("l", "l")
    #expect(screen.focus == .column(.aspsps))
    try await click("Sweden ›", on: screen)
    #expect(screen.focus == .column(.countries))
  }

  @Test("Among the profiles a click chooses and a second one switches; in forms it goes to the field")
  func forms() async throws {
    let screen = try await screen()
    try await screen.press("c")
    try await click("sandbox-seed", on: screen)
    #expect(screen.switcher?.selected?.name == "sandbox-seed")
    try await click("sandbox-seed", on: screen)
    #expect(screen.profile.name == "sandbox-seed" && !screen.hasOverlay)
    try await screen.press("c", "a")
    try await click("client id", on: screen)
    let form = try #require(screen.form)
    #expect(form.current?.label == "client id")
    await screen.handle(.mouse(Mouse(.wheel(.up), at: Position(x: 60, y: 20))))
    #expect(screen.form?.position == max(form.position - 3, 0))
  }

  @Test("In the copy menu a click copies")
  func copyMenu() async throws {
    let screen = try await screen()
    try await screen.press("y")
    try await click("URL", on: screen)
    #expect(!screen.hasOverlay)
    #expect(screen.effects.contains { if case .copying(.copy) = $0 { true } else { false } })
  }

  @Test("A key leaves the mouse to the terminal and takes it back")
  func toggle() async throws {
    let screen = try await screen()
    try await screen.press("%")
    #expect(!screen.terminal.hasMouse)
    #expect(screen.text.contains("The mouse is the terminal's"))
    try await screen.press("%")
    #expect(screen.terminal.hasMouse)
  }

  @Test("Clicks and wheels anywhere on screens of any size do no harm")
  func anywhere() async throws {
    for size in [Size(width: 3, height: 2), Size(width: 40, height: 10), Size(width: 100, height: 20)] {
      let screen = try await screen(size)
      for y in stride(from: 0, to: size.height, by: 3) {
        for x in stride(from: 0, to: size.width, by: 7) {
          await screen.handle(.mouse(Mouse(.press(.left), at: Position(x: x, y: y))))
          await screen.handle(.mouse(Mouse(.wheel(.down), at: Position(x: x, y: y))))
        }
      }
      #expect(screen.terminal.grid?.size == size)
    }
  }
}

struct TextNotFound: Error { let text: String }
