import EndToEndSupport
import Foundation
import Testing

/// Calls that somebody makes in person.
@Suite(.onOwnThreads)
struct SendingTests {
  @Test("Any path by name, then edited and sent again, then saved as an archive: what went out and what is kept")
  func story() throws {
    let server = try ScriptedServer { request in
      request.target.hasPrefix("/psd2/other") ? .status(404, body: Array(#"{"why":"nothing here"}"#.utf8)) : nil
    }
    let home = try Home()
    let explorer = try Explorer(environment: server.environment, home: home)
    let terminal = explorer.terminal
    try terminal.waitFor("SWEDSESS")
    terminal.send(":get /psd2/other?a=1\r")
    try terminal.waitFor("nothing here")
    terminal.send("e")
    try terminal.waitFor("goes to \(server.origin)")
    terminal.send("2")
    try terminal.waitFor("GET /psd2/other?a=12")
    // A new header: its name, then its value.
    terminal.send("\u{0E}\u{0F}X-Mine\thello")
    try terminal.waitFor("hello")
    #expect(server.requests.count { $0.target.hasPrefix("/psd2/other") } == 1, "nothing goes out before Enter")
    terminal.send("\r")
    try terminal.wait(for: "the second call", within: 10) { _ in
      server.requests.contains { $0.target == "/psd2/other?a=12" }
    }
    try terminal.waitFor("/psd2/other?a=12 ")
    let path = "\(home.path)/run.har"
    terminal.send("S\u{15}\(path)\r")
    try terminal.waitFor("Saved")
    // The call closes first, then the program.
    terminal.send("q")
    try terminal.waitFor("l open")
    try explorer.quit()

    let sent = server.requests.filter { $0.target.hasPrefix("/psd2/other") }
    #expect(sent.map(\.target) == ["/psd2/other?a=1", "/psd2/other?a=12"])
    #expect(
      sent.allSatisfy { $0["authorization"] == ["Bearer \(ScriptedServer.token)"] && $0["x-request-id"].count == 1 })
    #expect(sent[0]["x-request-id"] != sent[1]["x-request-id"])
    #expect(sent[0]["x-mine"].isEmpty && sent[1]["x-mine"] == ["hello"])
    let archive = try String(contentsOfFile: path, encoding: .utf8)
    #expect(archive.contains("/psd2/other?a=12") && archive.contains("nothing here"))
    #expect(!archive.contains(ScriptedServer.token) && !archive.contains("sCr1pt3d"))
  }
}
