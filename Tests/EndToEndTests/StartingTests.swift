import EndToEndSupport
import Foundation
import Glibc
import Testing

/// What it starts with and what it doesn't.
@Suite(.onOwnThreads)
struct StartingTests {
  @Test("With NO_COLOR there is none", arguments: ["1", "please"])
  func noColor(value: String) throws {
    let explorer = try Explorer(environment: ["NO_COLOR": value])
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    let cells = (0..<40).flatMap { row in (0..<120).map { terminal.cell(at: $0, row) } }
    #expect(cells.allSatisfy { $0.foreground == nil && $0.background == nil })
    #expect(cells.contains { $0.isReversed || $0.isBold })
    try explorer.quit()
  }

  @Test("An empty NO_COLOR means nothing, and each theme has colours of its own")
  func themes() throws {
    let backgrounds = try ["dark", "light"].map { theme in
      let explorer = try Explorer(["explore", "--theme", theme], environment: ["NO_COLOR": ""])
      try explorer.terminal.waitFor("Stockholm")
      let selected = explorer.terminal.cell(at: 3, 2).background
      try explorer.quit()
      return selected
    }
    #expect(backgrounds[0] != nil && backgrounds[1] != nil && backgrounds[0] != backgrounds[1])
  }

  @Test("Where the locale is not UTF-8, or somebody wants it so, all of it is ASCII")
  func ascii() throws {
    for variables in [["LANG": "C"], ["LANG": "C", "LC_ALL": "POSIX"], ["OPX_ASCII": "true"]] {
      let explorer = try Explorer(environment: variables)
      let terminal = explorer.terminal
      try terminal.waitFor("SE  Sweden")
      try terminal.waitFor("Jarna")
      #expect(terminal.screen.contains { $0.contains("+ Countries ---") })
      #expect(terminal.screen.contains { $0.contains("> SE  Sweden") })
      try explorer.quit()
      #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }
    let explorer = try Explorer(environment: ["LANG": "C", "OPX_ASCII": "false"])
    try explorer.terminal.waitFor("Järna")
    try explorer.quit()
  }

  @Test("Panes that were resized in one go are so in the next run")
  func panes() throws {
    let home = try Home()
    let explorer = try Explorer(home: home)
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.send("++_=oo\t+++")
    // The columns have three rows less, and with them the frame's lower edge.
    try explorer.terminal.wait(for: "higher inspector") { $0.cell(at: 0, 12).text == "┌" }
    try explorer.quit()
    let next = try Explorer(home: home)
    try next.terminal.wait(for: "the same") { $0.cell(at: 0, 12).text == "┌" }
    try next.quit()
  }

  @Test("The window is called after the place, and gets its own title back")
  func title() throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    #expect(
      terminal.outputText.contains("\u{1B}[22;2t") && terminal.outputText.contains("\u{1B}]2;opx sandbox\u{1B}\\"))
    terminal.send("l")
    try terminal.wait(for: "title") { $0.outputText.contains("\u{1B}]2;opx sandbox: Sweden\u{1B}\\") }
    try explorer.quit()
    #expect(terminal.outputText.contains("\u{1B}[23;2t"))
  }

  @Test("Any terminal that can move its cursor will do", arguments: ["xterm", "vt100", "linux", "tmux-256color"])
  func terminals(name: String) throws {
    let explorer = try Explorer(environment: ["TERM": name])
    try explorer.terminal.waitFor("SE  Sweden")
    explorer.terminal.send("?")
    try explorer.terminal.waitFor("Move down one row")
    explorer.terminal.send("\u{1B}")
    try explorer.terminal.wait(for: "help closed") { !$0.screen.joined().contains("Move down one row") }
    try explorer.quit()
  }

  @Test("A terminal that can't is named, and nothing is drawn", arguments: ["no-such-terminal", ""])
  func unsuitableTerminals(name: String) throws {
    let explorer = try Explorer(environment: ["TERM": name])
    try explorer.expectEnd(.exited(64))
    let screen = explorer.terminal.screen.joined(separator: " ")
    #expect(screen.hasPrefix("opx: ") && screen.contains(name.isEmpty ? "TERM is not set" : name))
    #expect(!explorer.terminal.output.contains(0x1B))
  }

  @Test("Into a pipe it draws nothing and says why")
  func pipe() throws {
    let home = try Home()
    let terminal = try TerminalSession(
      "/bin/bash", ["-c", "'\(Explorer.program)' | cat; exit ${PIPESTATUS[0]}"], environment: ["HOME": home.path])
    #expect(try terminal.waitForEnd() == .exited(64))
    #expect(terminal.outputText.hasPrefix("opx: standard input and output must both be a terminal"))
  }

  @Test(
    "Half a configuration is no reason to show the sandbox",
    arguments: [
      ["OPX_CLIENT_ID": "me"], ["OPX_AUTH_URL": "https://auth.invalid", "OPX_API_URL": "https://api.invalid"],
      ["OPX_CLIENT_ID": "me", "OPX_CLIENT_SECRET": "hush-hush"],
    ])
  func halfConfigured(environment: [String: String]) throws {
    let explorer = try Explorer(environment: environment)
    try explorer.expectEnd(.exited(78))
    let text = explorer.terminal.outputText
    #expect(text.hasPrefix("opx: the profile is incomplete: set OPX_") && !text.contains("\u{1B}"))
    #expect(!text.contains("hush-hush"))
  }

  @Test("It needs no place to write", arguments: ["HOME", "XDG_STATE_HOME"])
  func nowhereToWrite(variable: String) throws {
    let explorer = try Explorer(environment: [variable: "/proc/no-such-folder"])
    try explorer.terminal.waitFor("Stockholm")
    try explorer.quit()
  }

  @Test("A folder for what is kept that leads nowhere is told at the start, and stays as it is")
  func linkToNowhere() throws {
    let home = try Home()
    try home.write("", to: ".local/state/x")
    let folder = "\(home.path)/.local/state/opx"
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: "/nowhere")
    let explorer = try Explorer(home: home, columns: 200)
    try explorer.terminal.waitFor("Kept files: \(folder) is a link to /nowhere, which is not there")
    try explorer.quit()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder) == "/nowhere")
  }

  @Test(
    "Whatever numbers the kept files hold, profiles are listed and switched", arguments: ["1e300", "-1e300", "-6e10"])
  func oddNumbers(number: String) throws {
    let home = try Home()
    let file = ".local/state/opx/profile-uses.json"
    try home.write("{\"sandbox-seed\":\(number),\"sandbox\":\(number)}", to: file)
    chmod("\(home.path)/\(file)", 0o600)
    let explorer = try Explorer(home: home)
    try explorer.terminal.waitFor("Stockholm")
    explorer.terminal.send("c")
    try explorer.terminal.waitFor("sandbox-seed")
    explorer.terminal.send("j\r")
    try explorer.terminal.waitFor("seed ·")
    try explorer.quit()
    let kept = try String(contentsOfFile: "\(home.path)/\(file)", encoding: .utf8)
    #expect(kept.contains("\"sandbox-seed\":1"), "\(kept)")
  }

  @Test("Two at once, started in the same new home, do not disturb each other")
  func twoCopies() throws {
    let home = try Home()
    let explorers = try [Explorer(home: home), Explorer(home: home)]
    for explorer in explorers { try explorer.terminal.waitFor("Stockholm") }
    for explorer in explorers { try explorer.quit() }
  }

  @Test("A broken settings file is named, and nothing is drawn")
  func brokenSettings() throws {
    let home = try Home()
    try home.write("auth_url: [\n", to: ".config/opx/config.yaml")
    let explorer = try Explorer(home: home)
    try explorer.expectEnd(.exited(78))
    #expect(explorer.terminal.screen.joined().contains("config.yaml"))
  }
}
