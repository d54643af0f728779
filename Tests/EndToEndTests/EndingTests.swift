import EndToEndSupport
import Glibc
import Testing

/// However it ends or stops, the terminal is given back.
@Suite(.onOwnThreads)
struct EndingTests {
  @Test("A request to end is obeyed as by any program that dies of the signal", arguments: [SIGTERM, SIGINT, SIGHUP])
  func terminated(signal: Int32) throws {
    let explorer = try Explorer()
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.signal(signal)
    try explorer.expectEnd(.killed(signal: signal))
  }

  @Test("A request to end is obeyed in the middle of a paste")
  func terminatedWhilePasting() throws {
    let explorer = try Explorer()
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.send("/sto\u{1B}[200~q")
    try explorer.terminal.waitFor("/sto")
    explorer.terminal.signal(SIGTERM)
    try explorer.expectEnd(.killed(signal: SIGTERM))
  }

  @Test("A fatal signal leaves the terminal usable", arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGQUIT])
  func crashed(signal: Int32) throws {
    let explorer = try Explorer()
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.signal(signal)
    try explorer.expectEnd(.killed(signal: signal))
  }

  @Test("A crash writes no more to an old terminal than it knows")
  func crashedOnOldTerminal() throws {
    let explorer = try Explorer(environment: ["TERM": "vt100"])
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.signal(SIGSEGV)
    #expect(try explorer.terminal.waitForEnd() == .killed(signal: SIGSEGV))
    let ending = explorer.terminal.outputText.split(separator: "\u{18}").last ?? ""
    #expect(ending.contains("\u{1B}[m") && !ending.contains("$<"))
  }

  @Test("A request to end is obeyed while a server hangs", arguments: [SIGTERM, SIGINT])
  func terminatedWhileWaiting(signal: Int32) throws {
    let server = try ScriptedServer { _ in .silence }
    let explorer = try Explorer(environment: server.environment)
    try explorer.terminal.waitFor("Loading…")
    explorer.terminal.signal(signal)
    #expect(try explorer.terminal.waitForEnd(within: 2) == .killed(signal: signal))
    try explorer.expectEnd(.killed(signal: signal))
  }

  @Test("A signal that it was started to ignore, as by nohup, ends nothing", arguments: ["INT", "TERM", "HUP"])
  func ignored(signal: String) throws {
    let home = try Home()
    let terminal = try TerminalSession(
      "/bin/sh", ["-c", "trap '' \(signal); exec \(Explorer.program)"], environment: ["HOME": home.path], columns: 120,
      rows: 40)
    try terminal.waitFor("Stockholm")
    terminal.signal(try #require(["INT": SIGINT, "TERM": SIGTERM, "HUP": SIGHUP][signal]))
    terminal.send("jjjj")
    try terminal.waitFor("Cities · Norway")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test("A shell's loop over a subcommand ends with the first Ctrl-C")
  func loop() throws {
    let server = try ScriptedServer { _ in .silence }
    let home = try Home()
    let script = "for i in 1 2 3; do echo round-$i; \(Explorer.program) get /x; done; echo over"
    let terminal = try TerminalSession(
      "/bin/bash", ["--norc", "-c", script], environment: server.environment.merging(["HOME": home.path]) { $1 })
    try terminal.waitFor("opx: waiting for the platform")
    terminal.send("\u{3}")
    #expect(try terminal.waitForEnd() == .killed(signal: SIGINT))
    #expect(!terminal.outputText.contains("round-2") && !terminal.outputText.contains("over"))
  }

  @Test("Ctrl-C cancels what loads, then asks, then quits")
  func interrupted() throws {
    let server = try ScriptedServer { $0.target.hasSuffix("/countries") ? .silence : nil }
    let explorer = try Explorer(environment: server.environment)
    try explorer.terminal.waitFor("Loading…")
    explorer.terminal.send("\u{3}")
    try explorer.terminal.waitFor("Cancelled.")
    explorer.terminal.send("\u{3}")
    try explorer.terminal.waitFor("Ctrl-C once more quits")
    explorer.terminal.send("\u{3}")
    try explorer.expectEnd(.exited(0))
  }

  @Test("When the window closes, the program goes too")
  func hangUp() throws {
    let explorer = try Explorer()
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.hangUp()
    #expect(try explorer.terminal.waitForEnd() == .killed(signal: SIGHUP))
  }

  @Test("Ctrl-Z goes back to the shell, fg comes back to the same place, in the size that the window has by then")
  func suspended() throws {
    let home = try Home()
    let terminal = try TerminalSession(
      "/bin/bash", ["--norc", "-i"], environment: ["HOME": home.path, "PS1": "shell> "], columns: 120, rows: 40)
    try terminal.waitFor("shell>")
    terminal.send("\(Explorer.program)\r")
    try terminal.waitFor("Stockholm")
    terminal.send("jjjj")
    try terminal.waitFor("Cities · Norway")
    for size in [(90, 30), (120, 40)] {
      terminal.send("\u{1A}")
      try terminal.waitFor("Stopped")
      #expect(!terminal.isAlternateScreen && terminal.cursor.isVisible)
      terminal.send("stty -a | grep -c ' echo '; clear; echo in-$((40+2))\r")
      try terminal.waitFor("in-42")
      terminal.resize(columns: size.0, rows: size.1)
      terminal.send("fg\r")
      try terminal.waitForCursor(on: "NO  Norway")
      try terminal.wait(for: "footer in the last row") { $0.screen[size.1 - 1].contains("q quit") }
    }
    terminal.send("q")
    // What is typed before the shell has the terminal back is nobody's.
    try terminal.wait(for: "shell again") { session in
      let last = session.screen.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
      return !session.isAlternateScreen && last.split(separator: " ").joined() == "shell>"
    }
    terminal.send("echo status-$?\r")
    try terminal.waitFor("status-0")
    terminal.send("exit\r")
    #expect(try terminal.waitForEnd() == .exited(0))
  }
}
