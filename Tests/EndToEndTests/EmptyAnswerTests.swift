import EndToEndSupport
import Testing

/// Subcommands on a terminal that have nothing to show.
@Suite(.onOwnThreads)
struct EmptyAnswerTests {
  @Test(
    "An empty answer says so on a terminal, in place of a table's titles",
    arguments: [
      (["countries"], "opx: no countries"), (["cities", "xx"], "opx: no cities in XX"),
      (["aspsps", "xx"], "opx: no banks in XX"), (["export"], "opx: no countries"),
      (["history"], "opx: no exchange is kept"), (["history", "status:404"], "opx: no exchange is like status:404"),
      (["get", "/nothing"], "opx: the answer has no body"), (["countries", "--json"], "[]"),
    ])
  func told(arguments: [String], words: String) throws {
    let server = try ScriptedServer { request in
      if request.target.hasPrefix("/connect/token") { return nil }
      if request.target == "/nothing" { return .status(200, body: []) }
      return .json(#"{"countries":[],"cities":[],"aspsps":[]}"#)
    }
    let command = try Explorer(arguments, environment: server.environment)
    try command.expectEnd(.exited(0))
    #expect(command.terminal.outputText.split(whereSeparator: \.isNewline) == ["\(words)"])
  }
}
