import Terminal
import Testing
import ViewModels

/// Names that try to break out of the place they are drawn in.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct HostileTextTests {
  nonisolated static let names = [
    "\u{1B}[2J\u{1B}[31mred", "\u{9B}2J", "\r\n\t\u{8}\u{7F}", "\u{202E}desrever\u{2066}", "銀行".repeated(60),
    "e" + "\u{301}".repeated(200), "\u{301}\u{301}", "👩‍👩‍👧‍👦🇸🇪".repeated(40), "\u{200B}\u{FEFF}\u{200D}",
    "x".repeated(10_000), "銀".repeated(10_000), " \u{3000}", "", "│┐└┘", "\u{1160}\u{11A8}", "\u{FFFD}\u{10FFFF}",
    "\u{3164}\u{FFA0}\u{AD}\u{FE0F}\u{E0100}",
  ]

  @Test("No name, code or place moves a border", arguments: names)
  func borders(name: String) async throws {
    for size in [Size(width: 120, height: 40), Size(width: 101, height: 21), Size(width: 40, height: 12)] {
      let plain = try await screen(size, name: "plain")
      let hostile = try await screen(size, name: name)
      for keys in [[], ["l"], ["l"], ["l"], ["p"], ["p"], ["p"], ["Tab", "/", "x"], ["Esc"]] {
        for key in keys {
          try await plain.press(key)
          try await hostile.press(key)
        }
        let boxes = Box.all(on: try #require(plain.terminal.grid)).compactMap(\.self)
        #expect(!boxes.isEmpty)
        let grid = try #require(hostile.terminal.grid)
        #expect(boxes.allSatisfy { $0.isWhole(on: grid) }, "\(size) \(keys)")
        let scalars = hostile.text.unicodeScalars.filter { $0 != "\n" }.map(\.value)
        #expect(!scalars.contains { $0 < 0x20 || (0x7F...0x9F).contains($0) || (0x202A...0x202E).contains($0) })
      }
    }
  }

  /// Two countries, cities and ASPSPs, the first of each with this name, code and id.
  private func screen(_ size: Size, name: String) async throws -> TestScreen {
    let text = Self.quoted(name)
    // Without any code there is nothing in the columns behind it.
    let code = name.isEmpty ? "plain" : text
    let transport = SandboxTransport([
      "countries": SandboxAnswer(
        body: #"{"countries":[{"isoCountryCode":"\#(code)","name":"\#(text)"},{"isoCountryCode":"SE","name":"x"}]}"#),
      "cities": SandboxAnswer(body: #"{"cities":[{"cityId":"1","name":"\#(text)"},{"cityId":"2","name":"y"}]}"#),
      "aspsps": SandboxAnswer(
        body: #"{"aspsps":[{"bicFi":"\#(text)","name":"\#(text)"},{"bicFi":"HANDSESS","name":"z"}]}"#),
    ])
    let screen = try TestScreen(size, transport: transport)
    await screen.open()
    try #require(screen.aspsps.count == 2)
    return screen
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x20 ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar)
    }.joined()
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
