import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct HistoryViewTests {
  @Test("Marks that the filter hides are named in the border, and the question leaves them to be read")
  func hiddenMarks() async throws {
    let history = KeptExchanges()
    try await history.fill()
    let screen = try TestScreen(Size(width: 80, height: 24), history: history.store)
    await screen.open()
    try await screen.press("H", "Space", "j", "Space", "/")
    await screen.type("status:404")
    try await screen.press("Enter")
    #expect(screen.lines[22].contains(" 2 marked, 1 hidden "))
    let border = screen.lines[22]
    try await screen.press("d")
    #expect(screen.lines[22] == border)
    try await screen.press("Esc", "Esc")
    #expect(!screen.text.contains("marked,"))
    #expect(screen.lines[23].contains("Esc again closes"))
  }

  @Test("Hosts have a column where there is room and the calls went to several")
  func hosts() async throws {
    let history = KeptExchanges()
    try await history.fill()
    let screen = try TestScreen(Size(width: 140, height: 24), history: history.store)
    await screen.open()
    try await screen.press("H")
    #expect(!screen.text.contains("api.example"))
    try await history.add(to: "auth.example")
    try await screen.press("r")
    #expect(screen.text.contains("auth.example") && screen.text.contains("api.example"))
    await screen.resize(Size(width: 120, height: 24))
    #expect(!screen.text.contains("auth.example"))
  }

  @Test("The way back leads out of the history, too")
  func leaving() async throws {
    let screen = try TestScreen(Size(width: 80, height: 24), history: KeptExchanges().store)
    await screen.open()
    try await screen.press("f")
    await screen.type("norway")
    try await screen.press("Enter", "H")
    #expect(screen.isHistoryOpen && screen.countries.selected?.name == "Norway")
    try await screen.press("[")
    #expect(!screen.isHistoryOpen && screen.countries.selected?.name != "Norway")
  }
}
