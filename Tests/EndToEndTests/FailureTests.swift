import EndToEndSupport
import Glibc
import Testing

/// Servers that don't answer as they should.
@Suite(.onOwnThreads)
struct FailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reply: ScriptedServer.Reply
    let message: String
    /// How many requests one try takes.
    var requests = 1
  }

  private static let cases = [
    Case(
      testDescription: "HTML", reply: .status(200, type: "text/html", body: Array("<html>Log in</html>".utf8)),
      message: "not JSON but text/html"),
    Case(
      testDescription: "truncated JSON", reply: .json(#"{"countries":[{"isoCountryCode":"SE","na"#),
      message: "broken JSON at byte 40"),
    Case(
      testDescription: "a body cut short",
      reply: .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"countries\":[".utf8)),
      message: "closed", requests: 3),
    Case(testDescription: "no HTTP", reply: .bytes(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)), message: "not HTTP"),
    Case(testDescription: "an empty answer", reply: .json(""), message: "it has no body"),
    Case(
      testDescription: "another object", reply: .json(#"{"hello":"world"}"#), message: "Unusable answer"),
    Case(
      testDescription: "messages in a 200",
      reply: .json(#"{"tppMessages":[{"category":"ERROR","code":"SERVICE_BLOCKED","text":"no"}]}"#),
      message: "it holds tppMessages in place of data"),
    Case(
      testDescription: "401 however often", reply: .status(401, body: Array(#"{"tppMessages":[]}"#.utf8)),
      message: "Token refused", requests: 2),
    Case(testDescription: "403", reply: .status(403, body: []), message: "Not allowed"),
    Case(testDescription: "429", reply: .status(429, body: []), message: "Busy or down", requests: 3),
    Case(
      testDescription: "500 with a page", reply: .status(500, type: "text/html", body: Array("<h1>Oops</h1>".utf8)),
      message: "Server fault"),
    Case(
      testDescription: "100 000 levels",
      reply: .json(
        #"{"countries":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"),
      message: "Unusable answer"),
  ]

  @Test("A useless answer is named, open to inspection, and asked for again with r", arguments: cases)
  func uselessAnswer(_ example: Case) throws {
    let server = try ScriptedServer { request in
      request.target.hasSuffix("/countries") && request.repetition < example.requests ? example.reply : nil
    }
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("r tries again.")
    terminal.send("P")
    try terminal.waitFor(example.message)
    terminal.send("pp")
    try terminal.waitFor("GET \(server.origin)/psd2/aspspinformation/v1/countries")
    terminal.send("r")
    try terminal.waitFor("SE  Sweden")
    try explorer.quit()
  }

  @Test("Wrong credentials are told from a wrong address, and the secret stays out of sight")
  func wrongCredentials() throws {
    let server = try ScriptedServer { request in
      request.target == "/connect/token"
        ? .status(400, body: Array(#"{"error":"invalid_client","error_description":"\#(request.body)"}"#.utf8)) : nil
    }
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("✗ token refused")
    terminal.send("P")
    try terminal.waitFor("Credentials refused at \(server.origin)")
    terminal.send("ppp")
    try terminal.waitFor("POST \(server.origin)/connect/token")
    terminal.settle()
    try explorer.quit()
    #expect(server.requests.allSatisfy { $0.target == "/connect/token" })
    #expect(!terminal.outputText.contains("s3cr3t"))
  }

  @Test("Where nothing listens, it says so")
  func refusedConnection() throws {
    let server = try ScriptedServer()
    let nowhere = ScriptedServer.closedOrigin
    let explorer = try Explorer(environment: server.environment.merging(["OPX_API_URL": nowhere]) { $1 })
    try explorer.terminal.waitFor("r tries again.")
    explorer.terminal.send("P")
    try explorer.terminal.waitFor("Connection refused at \(nowhere)")
    try explorer.quit()
  }

  @Test("A subcommand at a terminal says that it waits")
  func waitingSubcommand() throws {
    let server = try ScriptedServer { _ in .silence }
    let explorer = try Explorer(["countries"], environment: server.environment)
    try explorer.terminal.waitFor("opx: waiting for the platform, 2 s so far; Ctrl-C gives up")
    explorer.terminal.signal(SIGINT)
    #expect(try explorer.terminal.waitForEnd() == .killed(signal: SIGINT))
  }

  @Test("While a server hangs every key answers, Esc cancels and r tries again")
  func hangingServer() throws {
    let server = try ScriptedServer { request in
      request.target.hasSuffix("/countries") && request.repetition == 0 ? .silence : nil
    }
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("Loading…")
    terminal.send("?")
    try terminal.waitFor("Move down one row", within: 2)
    terminal.send("\u{1B}")
    try terminal.wait(for: "help closed") { !$0.screen.contains { $0.contains("Move down one row") } }
    terminal.send("\u{1B}")
    try terminal.waitFor("Cancelled.", within: 2)
    terminal.send("r")
    try terminal.waitFor("SE  Sweden")
    try explorer.quit()
  }

  @Test("A server that hangs for longer than allowed is left, and one can quit while it hangs")
  func patience() throws {
    let server = try ScriptedServer { $0.target.hasSuffix("/countries") ? .silence : nil }
    let explorer = try Explorer(environment: server.environment.merging(["OPX_TIMEOUT": "0.3"]) { $1 })
    let terminal = explorer.terminal
    try terminal.waitFor("r tries again.")
    terminal.send("P")
    try terminal.waitFor("No answer for 0.3 s")
    terminal.send("pp")
    try terminal.waitFor("None: no answer")
    terminal.send("rr")
    try explorer.quit()
  }
}
