import EndToEndSupport
import Foundation
import Testing

/// The explorer as a dialogue of lines.
@Suite(.onOwnThreads)
struct PlainTests {
  /// What it says to these lines, with nothing but pipes around it.
  private func dialogue(_ lines: [String], _ arguments: String = "--plain", home: Home? = nil) throws -> [String] {
    let home = try home ?? Home()
    try home.write(lines.map { $0 + "\n" }.joined(), to: "typed")
    let command = "'\(Explorer.program)' \(arguments) < \(home.path)/typed | cat; exit ${PIPESTATUS[0]}"
    let session = try TerminalSession(
      "/bin/bash", ["-c", command], environment: ["HOME": home.path, "TERM": "dumb"], columns: 200, rows: 50)
    #expect(try session.waitForEnd() == .exited(0))
    #expect(!session.output.contains(0x1B) && !session.output.contains(7))
    return session.outputText.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("By numbers and words one browses to a bank, reads its pages and goes back")
  func browsing() throws {
    let said = try dialogue(["1", "5", "3", "body", "headers", "back", "back", "list", "back"])
    #expect(said.contains("opx, as sandbox: the sandbox inside this program."))
    #expect(said.contains("1. Sweden, SE") && said.contains("Cities of Sweden: 6.") && said.contains("5. Stockholm"))
    #expect(said.contains("3. Handelsbanken, HANDSESS"))
    #expect(said.contains("Details of GET /psd2/aspspinformation/v1/aspsps/HANDSESS, 200 OK"))
    #expect(said.contains("  \"bicFi\": \"HANDSESS\","))
    #expect(said.contains { $0.hasPrefix("Headers of GET") })
    #expect(said.filter { $0 == "You are at 3, Handelsbanken, HANDSESS." }.count == 1)
    #expect(said.filter { $0 == "You are at 5, Stockholm." }.count == 2, "once after back and once after list")
    #expect(said.last { !$0.isEmpty } == "13. Lithuania, LT")
  }

  @Test("Finding, filtering, calling, profiles and token are there, too, and the next run begins where this one ended")
  func more() throws {
    let home = try Home()
    let said = try dialogue(
      [
        "find nowhere", "se/stockholm", "find handels", "1", "filter swed", "filter", "token", "back", "profiles", "2",
        "get /psd2/x", "99", "xyz", "getting-started", "find norge", "read-directory", "list", "help",
      ], home: home)
    #expect(said.contains { $0.hasPrefix("Nothing known has “nowhere”.") && $0.contains("read-directory reads it") })
    #expect(
      said.contains("Found 1 of 40 known.") && said.contains("1. Handelsbanken, HANDSESS, ASPSP, Stockholm, Sweden"))
    #expect(said.contains("ASPSPs of Stockholm: 1, of 20, that fit swed."))
    #expect(said.contains { $0.hasPrefix("State") && $0.contains("valid for") })
    #expect(said.contains("1. sandbox, SANDBOX, psd2, in use") && said.contains("Now as sandbox-seed."))
    #expect(said.contains { $0.hasPrefix("Body of GET /psd2/x, 4") })
    #expect(said.contains { $0.hasPrefix("There is no xyz.") && $0.contains("help lists all") })
    #expect(said.contains("That needs the whole screen: opx without --plain has it."))
    #expect(said.contains("There is nothing to choose from here."))
    #expect(said.contains("quit: end, as does the end of the input."))
    #expect(said.contains { $0.hasPrefix("All of the directory is known") })
    #expect(said.contains { $0.hasSuffix(", Norway") })
    #expect(!said.contains { $0.contains("Tab ") })
    let next = try dialogue(["quit"], "--plain --profile sandbox-seed", home: home)
    #expect(next.contains { $0.hasPrefix("ASPSPs of Stockholm: ") })
  }

  @Test("A word orders the list, and numbers stand for the rows as they are shown then")
  func ordering() throws {
    let said = try dialogue(["order", "1"])
    #expect(said.contains("Countries: 13, by name.") && said.contains("You are at 13, Sweden, SE."))
    #expect(said.contains { $0.hasPrefix("Cities of Austria: ") })
  }

  @Test("Marks lead back to places, and the history lists calls, narrows them and opens one")
  func marksAndHistory() throws {
    let home = try Home()
    let first = try dialogue(
      ["se/stockholm/HANDSESS", "mark h", "mark ?", "back", "back", "marks", "1", "mark", "back", "details"], home: home
    )
    #expect(
      first.contains("Mark h is se/stockholm/HANDSESS@sandbox.") && first.contains("A mark is a letter or a digit."))
    #expect(first.contains("Marks: 1.") && first.contains("1. h, se/stockholm/HANDSESS@sandbox"))
    #expect(first.last { $0.hasPrefix("Details of") }?.contains("/aspsps/HANDSESS") == true)
    let next = try dialogue(
      [
        "history", "filter path:HANDSESS", "99999", "1", "body", "back", "back", "filter none:at:all", "history",
        "list",
      ],
      home: home)
    #expect(next.contains { $0.hasPrefix("History: ") && $0.hasSuffix(" calls, the newest first.") })
    #expect(next.contains { $0.hasPrefix("History: ") && $0.contains("that fit path:HANDSESS") })
    #expect(next.contains { $0.hasPrefix("1. ") && $0.hasSuffix("GET /psd2/aspspinformation/v1/aspsps/HANDSESS, 200") })
    #expect(next.contains { $0.hasPrefix("Choose a number from 1 to ") })
    #expect(next.contains("Body of GET /psd2/aspspinformation/v1/aspsps/HANDSESS, 200 OK"))
  }

  @Test("A long answer is read out in parts, and what has no plain form is left for good")
  func longAnswer() throws {
    let items = (0..<5000).map { #"{"n":\#($0)}"# }.joined(separator: ",")
    let server = try ScriptedServer { request in
      request.target == "/long" ? .json("[\(items)]") : nil
    }
    let home = try Home()
    try home.write("get /long\nmore\ngetting-started\nadd-profile\nback\nlist\n", to: "typed")
    let session = try TerminalSession(
      "/bin/bash", ["-c", "'\(Explorer.program)' --plain < \(home.path)/typed | cat"],
      environment: ["HOME": home.path].merging(server.environment) { _, given in given }, columns: 200, rows: 50)
    #expect(try session.waitForEnd() == .exited(0))
    let said = session.outputText.split(separator: "\r\n").map(String.init)
    #expect(said.contains { $0.hasSuffix("more lines: more reads on.") })
    #expect(said.filter { $0 == "That needs the whole screen: opx without --plain has it." }.count == 1)
    #expect(said.contains { $0.hasPrefix("Countries: ") })
  }

  @Test("Where a terminal can't be drawn on, it is a dialogue by itself, which waits at a prompt and ends with Ctrl-C")
  func dumbTerminal() throws {
    let explorer = try Explorer(environment: ["TERM": "dumb", "LANG": "C"])
    try explorer.terminal.waitFor(">")
    explorer.terminal.send("1\n")
    try explorer.terminal.waitFor("2. Jarna")
    explorer.terminal.signal(SIGINT)
    #expect(try explorer.terminal.waitForEnd() == .killed(signal: SIGINT))
    #expect(explorer.terminal.output.allSatisfy { $0 < 0x80 && $0 != 0x1B })
  }

  @Test("A wait is told and can be given up, and what failed says so")
  func waiting() throws {
    let server = try ScriptedServer { _ in .silence }
    let explorer = try Explorer(["--plain"], environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("Waiting for the platform")
    terminal.signal(SIGINT)
    try terminal.waitFor("Cancelled.")
    terminal.send("quit\n")
    #expect(try terminal.waitForEnd() == .exited(0))
  }
}
