import EndToEndSupport
import Testing

/// One answer beside another.
@Suite(.onOwnThreads)
struct ComparingTests {
  @Test("One call is made under another profile, and what differs is gone through, unfolded and left")
  func profiles() throws {
    let server = try ScriptedServer()
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("Malmö")
    terminal.send("D")
    try terminal.waitFor("Compare with")
    terminal.send("j ")
    try terminal.waitFor("[x]")
    terminal.send("\r")
    try terminal.waitFor(" 1 of 13 ")
    try terminal.waitFor("environment  at ")
    try terminal.waitFor("sandbox  at ")
    terminal.send("nn")
    try terminal.waitFor(" 3 of 13 ")
    terminal.send("q")
    try terminal.waitFor("Details │ Body")
    try explorer.quit()
    let tokens = server.requests.filter { !$0.target.hasPrefix("/connect") }.flatMap(\.fields)
      .filter { $0.name.lowercased() == "authorization" }.map(\.value)
    #expect(Set(tokens) == ["Bearer \(ScriptedServer.token)"], "no token of another profile")
    #expect(!terminal.outputText.contains("eyJ"), "a token was drawn")
  }

  @Test("Two calls one after the other, on a narrow screen")
  func marked() throws {
    let server = try ScriptedServer()
    let explorer = try Explorer(environment: server.environment, columns: 80, rows: 24)
    let terminal = explorer.terminal
    try terminal.waitFor("Sweden")
    terminal.send("\td")
    try terminal.waitFor("Marked for comparison")
    terminal.send("\u{7F}l")
    try terminal.waitFor("Göteborg")
    terminal.send("DG\r")
    try terminal.waitFor("countries with …/cities?")
    try terminal.waitFor("-   \"countries\": [")
    try terminal.waitFor("+   \"cities\": [")
    terminal.send("h")
    try terminal.waitFor("› inspector")
    try explorer.quit()
  }
}
