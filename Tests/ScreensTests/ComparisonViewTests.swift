import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct ComparisonViewTests {
  private static func exchange(_ body: String, at startedAt: Date = TestScreen.start) -> Exchange {
    Exchange(
      id: UUID(), operation: .aspsps, startedAt: startedAt,
      request: HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: "/psd2/x"),
      requestBody: [], response: HTTPResponse(status: .ok), body: Array(body.utf8), failure: nil,
      timings: .init(head: .milliseconds(2), total: .milliseconds(4)), tokenExchange: nil)
  }

  private func comparing(_ left: Exchange, _ right: Exchange, _ size: Size) async throws -> TestScreen {
    let screen = try TestScreen(size)
    await screen.open()
    await screen.receive(.fileRead(.done(Inspection(left))))
    try await screen.press("d")
    await screen.receive(.fileRead(.done(Inspection(right))))
    try await screen.press("D", "G", "Enter")
    try #require(screen.comparison?.difference != nil)
    return screen
  }

  @Test(
    "Of long values that differ only at their end, the end is seen, with the key before it",
    arguments: [Size(width: 200, height: 50), Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func longValues(size: Size) async throws {
    let url = "https://x/" + String(repeating: "y", count: 300)
    let screen = try await comparing(
      Self.exchange(#"{"url":"\#(url)1"}"#), Self.exchange(#"{"url":"\#(url)2"}"#), size)
    let cut = screen.lines.filter { $0.contains(#""url": …yyy"#) }.joined()
    #expect(cut.contains(#"yyy1""#) && cut.contains(#"yyy2""#))
    try await screen.press(">")
    #expect(!screen.text.contains("…yyy"), "what is scrolled is shown as it is")
  }

  @Test("With what a call can be compared is told apart on the narrowest screen")
  func choices() async throws {
    let profiles = ["sandbox", "acme"].map { Profile(name: $0, environment: .builtInSandbox, dialect: .psd2) }
    let screen = try TestScreen(Size(width: 40, height: 12), profiles: profiles)
    await screen.open()
    try await screen.press("D")
    #expect(screen.text.contains("now   as sandbox again") && screen.text.contains("acme  called there now"))
  }

  @Test("What is scrolled sideways comes back when the width changes")
  func widening() async throws {
    let screen = try await comparing(
      Self.exchange(#"{"city":"Stockholm"}"#), Self.exchange(#"{"city":"Solna"}"#), Size(width: 80, height: 24))
    try await screen.press(">", ">", ">")
    #expect(!screen.text.contains("\"city\": \"Sol"))
    await screen.resize(Size(width: 200, height: 50))
    #expect(screen.text.contains("\"city\": \"Stockholm\"") && screen.text.contains("\"city\": \"Solna\""))
  }

  @Test("The footer names only what a comparison has: no other answer, and what of it can be copied")
  func hints() async throws {
    let screen = try await comparing(Self.exchange("[1]"), Self.exchange("[2]"), Size(width: 120, height: 40))
    #expect(screen.lines.last?.contains("next answer") == false)
    try await screen.press("y")
    #expect(screen.lines.last == " y value · k key · p path · d JSON Patch · Esc close")
  }

  @Test("Two times that would read the same have their seconds")
  func seconds() async throws {
    let size = Size(width: 120, height: 40)
    let near = try await comparing(
      Self.exchange("[1]"), Self.exchange("[2]", at: TestScreen.start + 7), size)
    #expect(near.text.contains("at 08:00:00 ·") && near.text.contains("at 08:00:07 ·"))
    let far = try await comparing(
      Self.exchange("[1]"), Self.exchange("[2]", at: TestScreen.start + 70), size)
    #expect(far.text.contains("at 08:00 ·") && far.text.contains("at 08:01 ·"))
  }
}
