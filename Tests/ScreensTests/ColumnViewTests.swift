import Terminal
import Testing

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct ColumnViewTests {
  @Test("A chosen order is told in the column's border, on a narrow one too")
  func order() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    #expect(!screen.text.contains("↑"))
    try await screen.press("O")
    #expect(screen.text.contains(" Countries ↑name "))
    try await screen.press("O")
    #expect(screen.text.contains(" Countries ↑code "))
    try await screen.press("O")
    #expect(!screen.text.contains("↑"))
  }
}
