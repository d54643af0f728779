import ExplorerStorage
import Screens
import Terminal
import Testing
import ViewModels

/// Choosing a theme, by hand and by what the terminal says.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct ThemePickerTests {
  private let library = ThemeLibrary(shipped: ThemeSource.shipped)

  private func opened(depth: ColorDepth = .direct) async throws -> TestScreen {
    let screen = try TestScreen(Size(width: 120, height: 40), depth: depth)
    await screen.open()
    return screen
  }

  /// The background of the screen, where nothing lies over it.
  private func ground(_ screen: TestScreen) throws -> Color {
    let row = try #require(screen.terminal.grid).row(30)
    return try #require(row.dropFirst(60).first).style.background
  }

  private func background(of theme: String) -> Color { library.theme(named: theme).theme[.text].background }

  @Test("The theme under the cursor is seen at once; Esc brings the one before back, Enter keeps it")
  func preview() async throws {
    let screen = try await opened()
    try await screen.press("T", "Down")
    #expect(try ground(screen) == background(of: "light"))
    try await screen.press("Esc")
    #expect(try ground(screen) == background(of: "dark"))
    #expect(!screen.effects.contains { if case .look(.keepTheme) = $0 { true } else { false } })
    try await screen.press("T")
    await screen.type("nord")
    #expect(try ground(screen) == background(of: "nord"))
    try await screen.press("Enter")
    #expect(try ground(screen) == background(of: "nord"))
    #expect(screen.effects.last == .look(.keepTheme(ThemeChoice(dark: "nord", light: "light"))))
    #expect(screen.text.contains("nord from now on, where the terminal is dark."))
  }

  @Test("With the mouse a first click tries a theme, a second one takes it, the wheel scrolls")
  func mouse() async throws {
    let screen = try await opened()
    try await screen.press("T")
    let row = try #require(screen.lines.firstIndex { $0.contains("high-contrast ") })
    let click = TerminalEvent.mouse(Mouse(.press(.left), at: Position(x: 90, y: row)))
    await screen.handle(click)
    #expect(screen.theme == "high-contrast" && screen.hasOverlay)
    await screen.handle(click)
    #expect(screen.chosenTheme == "high-contrast" && !screen.hasOverlay)
  }

  @Test("The terminal's background decides between the two themes, whenever it is told")
  func pair() async throws {
    let screen = try await opened()
    await screen.handle(.background(RGB(value: 0xFDF6E3)))
    #expect(try ground(screen) == background(of: "light"))
    #expect(screen.effects.last == .look(.keepTheme(ThemeChoice(dark: "dark", light: "light", isLight: true))))
    try await screen.press("T")
    await screen.type("solarized-light")
    try await screen.press("Enter")
    #expect(try ground(screen) == background(of: "solarized-light"))
    await screen.handle(.colorScheme(isLight: false))
    #expect(try ground(screen) == background(of: "dark"))
    await screen.handle(.colorScheme(isLight: true))
    #expect(try ground(screen) == background(of: "solarized-light"))
  }

  @Test("A theme that is saved anew is on the screen at once, and what is wrong with it is said")
  func reload() async throws {
    let screen = try await opened()
    func library(_ yaml: String) -> ThemeLibrary {
      ThemeLibrary(shipped: ThemeSource.shipped, own: [ThemeSource(name: "mine", path: "/t/mine.yaml", yaml: yaml)])
    }
    await screen.use(library("styles:\n  text: \"#ffffff on #400000\"\n"))
    try await screen.press("T")
    await screen.type("mine")
    #expect(screen.lines.contains { $0.contains("mine") && $0.contains("yours dark") })
    try await screen.press("Enter")
    #expect(try ground(screen) == .rgb(0x40, 0, 0))
    await screen.use(library("styles:\n  text: \"#ffffff on #004000\"\n"))
    #expect(try ground(screen) == .rgb(0, 0x40, 0))
    await screen.use(library("styles:\n  text: \"#ffffff on #004000\"\n  bad: rde\n"))
    #expect(try ground(screen) == .rgb(0, 0x40, 0))
    #expect(screen.text.contains("/t/mine.yaml:3: bad: \"rde\" is no colour"))
    try await screen.press("T")
    #expect(screen.lines.contains { $0.contains("mine") && $0.contains("⚠ 1") })
  }

  @Test("Two files of one name are one theme")
  func sameName() async throws {
    let screen = try await opened()
    let own = ["yaml", "yml"].map { ThemeSource(name: "mine", path: "/t/mine.\($0)", yaml: "inherits: nord\n") }
    await screen.use(ThemeLibrary(shipped: ThemeSource.shipped, own: own))
    try await screen.press("T")
    await screen.type("mine")
    #expect(screen.lines.count { $0.contains("mine") && $0.contains("yours") } == 1)
  }

  @Test(
    "Every theme is drawn, whatever the terminal's colours", arguments: ThemeLibrary(shipped: ThemeSource.shipped).names
  )
  func everyTheme(name: String) async throws {
    for depth in ColorDepth.allCases {
      let screen = try TestScreen(Size(width: 120, height: 40), theme: name, depth: depth)
      await screen.open()
      let grid = try #require(screen.terminal.grid)
      let cells = (0..<40).flatMap { Array(grid.row($0)) }
      let selected = cells.filter { $0.text == "▌" }
      #expect(selected.count >= 2, "the selected rows have a mark")
      let idle = try #require(
        screen.theme == name ? cells.first { $0.text == "S" && $0.style != selected[0].style } : nil)
      #expect(selected[0].style != idle.style)
      guard depth == .none else { continue }
      #expect(cells.allSatisfy { $0.style.foreground == .default && $0.style.background == .default })
    }
  }

  @Test("A theme that a setting gives holds until another is chosen, and that is for this run")
  func fixed() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40), fixedTheme: "nord")
    await screen.open()
    #expect(screen.theme == "nord")
    await screen.handle(.colorScheme(isLight: true))
    #expect(screen.theme == "nord")
    let earlier = screen.effects.count
    try await screen.press("T")
    await screen.type("gruvbox-dark")
    try await screen.press("Enter")
    #expect(screen.theme == "gruvbox-dark")
    #expect(!screen.effects.dropFirst(earlier).contains { if case .look(.keepTheme) = $0 { true } else { false } })
    #expect(screen.text.contains("begins with nord again"))
  }
}
