import Foundation
import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct TokenViewTests {
  @Test("No claim breaks out of the page, at any size", arguments: HostileTextTests.names)
  func hostileClaims(text: String) async throws {
    let quoted = String(decoding: try JSONEncoder().encode(String(text.prefix(5000))), as: UTF8.self)
    let parts = [#"{"alg":\#(quoted),"kid":\#(quoted)}"#, #"{\#(quoted):\#(quoted),"exp":1e300,"aud":[\#(quoted)]}"#]
    let token = parts.map(Self.base64URL).joined(separator: ".") + "."
    let transport = SandboxTransport([
      "token": SandboxAnswer(body: #"{"access_token":"\#(token)","token_type":"Bearer","expires_in":3600}"#),
      "countries": SandboxAnswer(body: #"{"countries":[]}"#),
    ])
    for size in [Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      let screen = try TestScreen(size, transport: transport, keepsClients: true)
      await screen.open()
      for key in ["t", "s", "<C-d>", "G"] {
        try await screen.press(key)
        let grid = try #require(screen.terminal.grid)
        let frame = Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
        #expect(Box.all(on: grid).contains { $0?.rect == frame }, "\(size) \(key)")
        #expect(screen.context == .token)
        let scalars = screen.text.unicodeScalars.filter { $0 != "\n" }.map(\.value)
        #expect(!scalars.contains { $0 < 0x20 || (0x7F...0x9F).contains($0) || (0x202A...0x202E).contains($0) })
      }
    }
  }

  @Test("The footer offers only what there is something for")
  func hints() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40), keepsClients: true)
    await screen.open()
    try await screen.press("t")
    #expect(screen.lines.last?.contains("s verify · r new token · Enter its call · y copy claims · X forget") == true)
    try await screen.press("X", "g")
    #expect(screen.lines.last?.contains("j/k move · r new token · ? help · q close") == true)
    try await screen.press("r", "g")
    #expect(screen.lines.last?.contains("s verify") == true && screen.text.contains("once in this run"))
    try await screen.press("?")
    #expect(screen.context == .help && screen.text.contains("Forget it and fetch a new one"))
  }

  nonisolated private static func base64URL(_ text: String) -> String {
    Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
