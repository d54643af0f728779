import OpenPayments
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct FormViewTests {
  private func editing(_ size: Size) async throws -> TestScreen {
    let screen = try TestScreen(size)
    await screen.open()
    try await screen.press("e")
    return screen
  }

  @Test("However many lines there are, the one being typed into is on the screen, and the cursor in it")
  func scrolling() async throws {
    let screen = try await editing(Size(width: 40, height: 12))
    for name in 1...12 {
      try await screen.press("<C-o>")
      await screen.type("X-\(name)")
      #expect(screen.lines.contains { $0.contains("X-\(name) ") })
      let cursor = try #require(screen.terminal.grid?.cursor)
      #expect(screen.lines[cursor.y].contains("X-\(name) "))
    }
    for _ in 1...20 { try await screen.press("Up") }
    try await screen.press("Home")
    #expect(screen.lines.contains { $0.contains("path    /psd2") })
  }

  @Test("A text longer than its field shows the part around the cursor")
  func longText() async throws {
    let screen = try await editing(Size(width: 60, height: 20))
    try await screen.press("Up", "End")
    await screen.type(String(repeating: "x", count: 100) + "END")
    #expect(screen.lines.contains { $0.contains("path    …xxx") && $0.contains("xxxEND") })
    try await screen.press("Home")
    #expect(screen.lines.contains { $0.contains("path    /psd2/aspspinformation") })
  }

  @Test("The words in place of values stand in one column")
  func columns() async throws {
    let screen = try await editing(Size(width: 80, height: 24))
    let values = screen.lines.compactMap { line in
      line.contains("header")
        ? line.distance(from: line.startIndex, to: line.firstIndex(of: ":") ?? line.endIndex) : nil
    }
    let line = try #require(screen.lines.first { $0.contains("X-Request-ID") })
    #expect(Set(values).count == 1 && values.count > 2)
    #expect(line.contains(": a new one"))
  }

  @Test("What a value holds is spelled out where a terminal would obey it, and can't be sent")
  func hostile() async throws {
    let screen = try await editing(Size(width: 80, height: 24))
    await screen.handle(.paste("\u{1B}[31m\u{202E}"))
    #expect(screen.text.contains("␛[31m") && !screen.text.contains("\u{202E}"))
    try await screen.press("Enter")
    #expect(screen.text.contains("Not sent. A header's value holds no control characters."))
    #expect(screen.call == nil)
  }

  @Test("While a call is under way the footer says how long, and how to end it")
  func progress() async throws {
    let screen = try await editing(Size(width: 80, height: 24))
    screen.isHeld = true
    try await screen.press("Enter")
    await screen.wait(3)
    #expect(screen.lines.last == " 3 s · Esc cancels · GET /psd2/aspspinformation/v1/countries")
    try await screen.press("Esc")
    #expect(screen.lines.last?.contains("The call was cancelled.") == true)
  }
}
