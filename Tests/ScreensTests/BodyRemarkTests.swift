import Terminal
import Testing
import ViewModels

/// What the foot of a body says of the way in which it is shown.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct BodyRemarkTests {
  private func screen(_ answer: SandboxAnswer) async throws -> TestScreen {
    let screen = try TestScreen(
      Size(width: 120, height: 40), transport: SandboxTransport(["countries": answer, "cities": .init(body: "{}")]))
    await screen.open()
    return screen
  }

  @Test("a body in another character set is decoded in columns, tree and text, which the foot says, and as sent in hex")
  func decoded() async throws {
    let screen = try await screen(
      SandboxAnswer(isUTF16: true, body: #"{"countries":[{"isoCountryCode":"SE","name":"Åland"}]}"#))
    try await screen.press("Tab", "Tab", "Tab")
    #expect(screen.text.contains("SE  Åland") && screen.text.contains(#""name": "Åland""#))
    #expect(screen.text.contains("decoded from UTF-16BE"))
    try await screen.press("v")
    #expect(screen.text.contains("decoded from UTF-16BE"))
    try await screen.press("v")
    #expect(screen.text.contains("00 c5") && !screen.text.contains("decoded from"))
  }

  @Test("one that can't be decompressed is shown as received, with the reason")
  func undecoded() async throws {
    let screen = try await screen(SandboxAnswer(coding: "gzip", body: "<p>no gzip</p>"))
    #expect(screen.text.contains("<p>no gzip</p>"))
    #expect(screen.text.contains("⚠ as received: its compression is broken (gzip)"))
  }
}
