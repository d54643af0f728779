import EndToEndSupport
import Foundation
import Testing

/// Answers that are meant to harm.
@Suite(.onOwnThreads)
struct HostileAnswerTests {
  @Test("What a server sends to take over the terminal is shown, not obeyed", arguments: ["psd2", "seed"])
  func escapeSequences(dialect: String) throws {
    let attack = #"\u001b]0;owned\u0007\u001b[31m\u009b5m\u202e\u2066\ufeff\u200b\t\n\r\u0000\ud800"#
    let member = dialect == "psd2" ? "name" : "country"
    let list = dialect == "psd2" ? "countries" : "data"
    let head = "HTTP/1.1 200 \u{1B}[5mOK\r\nX-Note: \u{9B}5m\u{202E}\u{1B}]0;owned\u{07}\r\nConnection: close\r\n\r\n"
    let body = #"{"\#(list)":[{"isoCountryCode":"SE","\#(member)":"Swe\#(attack)den","\#(attack)":"x"}]}"#
    let raw = "\u{1B}]0;owned\u{07}\u{9B}5m\u{202E}"
    let server = try ScriptedServer { request in
      guard request.target.hasSuffix("/countries") else { return nil }
      return request.repetition == 0
        ? .json(body) : request.repetition == 1 ? .bytes(Array((head + body).utf8)) : .json(raw + body)
    }
    let explorer = try Explorer(environment: server.environment.merging(["OPX_DIALECT": dialect]) { $1 })
    let terminal = explorer.terminal
    try terminal.waitFor("Swe␛]0;owned␇␛[")
    for _ in 0..<3 {
      terminal.send("pppp")
      terminal.settle()
      let count = server.requests.count
      terminal.send("r")
      try terminal.wait(for: "another call") { _ in server.requests.count > count }
      terminal.settle()
    }
    try explorer.quit()
    let scalars = Set(terminal.outputText.unicodeScalars)
    for forbidden in ["\u{9B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{200B}", "\u{7}", "\u{0}"] as [Unicode.Scalar] {
      #expect(!scalars.contains(forbidden), "U+\(String(forbidden.value, radix: 16)) reached the terminal")
    }
    // Its own are a question and the window's title, in which everything is spelled out.
    let foreign = terminal.outputText.replacing("\u{1B}]11;?", with: "").replacing("\u{1B}]2;opx ", with: "")
    #expect(!foreign.contains("\u{1B}]") && !foreign.contains("\u{1B}[5m"))
  }

  @Test("100 000 ASPSPs in 46 MB are listed, filtered, opened and left in half a gigabyte")
  func largeList() throws {
    let filler = String(repeating: "x", count: 400)
    let items = (0..<100_000).map { #"{"bicFi":"BANKSE\#($0)","name":"Bank number \#($0)","logoUrl":"\#(filler)"}"# }
    let body = Array(#"{"aspsps":[\#(items.joined(separator: ",\n"))]}"#.utf8)
    #expect(body.count > 46_000_000)
    let server = try ScriptedServer { $0.target.contains("/aspsps?") ? .status(200, body: body) : nil }
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("Malmö")
    terminal.send("ll")
    try terminal.wait(for: "100 000 rows", within: 60) { session in session.screen.contains { $0.contains("─ 100000") }
    }
    terminal.send("G")
    try terminal.waitForCursor(on: "Bank number 99999")
    terminal.send("x/77777\r")
    try terminal.waitForCursor(on: "Bank number 77777")
    try terminal.waitFor("$.aspsps[77777]")
    #expect(try peakMemory(of: terminal.process) < 512 * 1024)
    try explorer.quit()
  }

  /// In KiB.
  private func peakMemory(of process: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(separator: " ")[1]))
  }
}
