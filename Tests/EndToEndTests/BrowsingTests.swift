import EndToEndSupport
import Testing

/// What a user does on a good day.
@Suite(.onOwnThreads)
struct BrowsingTests {
  @Test("From nothing configured to a bank, its raw answer, the other dialect, and out")
  func firstRun() throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("SANDBOX")
    try terminal.waitFor("SE  Sweden")
    try terminal.waitFor("Stockholm")
    terminal.send("l/stock\r")
    try terminal.waitFor("HANDSESS")
    terminal.send("\u{1B}[C/hand\r")
    try terminal.waitFor("GET /psd2/aspspinformation/v1/aspsps/HANDSESS")
    terminal.send("\r")
    try terminal.waitFor("Kungsträdgårdsgatan 2")
    terminal.send("p")
    try terminal.waitFor("\"companyNumber\": \"502007-7862\"")
    terminal.send("p")
    try terminal.waitFor("Authorization: Bearer ••••••")
    terminal.send("p")
    try terminal.waitFor("client_secret=••••••")
    terminal.send("cj\r")
    try terminal.waitFor("sandbox-seed ▾   seed · aspspinformation")
    try terminal.waitFor("ASPSPs · Stockholm")
    try terminal.waitForCursor(on: "HANDSESS")
    try terminal.waitFor("● token 60 min")
    #expect(terminal.screen[0].contains("SANDBOX"))
    terminal.send("pppp")
    terminal.settle()
    try explorer.quit()
    let output = terminal.outputText
    #expect(!output.contains("eyJ"), "a token was drawn")
    #expect(!output.contains("b3B4"), "the client secret was drawn")
    #expect(terminal.screen.joined().isEmpty)
  }

  @Test("A filter without accents finds the accented", arguments: [("jarna", "Järna"), ("SKOVDE", "Skövde")])
  func filtering(text: String, name: String) throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    terminal.send("l/\(text)")
    try terminal.waitFor(" 1/6 ")
    try terminal.waitForCursor(on: name)
    terminal.send("\u{1B}")
    try terminal.waitFor("Sweden ─────── 6 ")
    try explorer.quit()
  }

  @Test("A pasted filter is one text, its line break and its q no commands")
  func pasting() throws {
    let server = try ScriptedServer()
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("Malmö")
    terminal.send("l/\u{1B}[200~goteborg\nq\u{1B}[201~")
    try terminal.waitFor("/goteborg q")
    terminal.send("\u{17}\u{7F}")
    try terminal.waitForCursor(on: "Göteborg")
    terminal.send("\r")
    try explorer.quit()
  }

  @Test("Keys that other terminals send are no text, and none of them cancels what is typed")
  func foreignKeys() throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    terminal.send("l/st")
    for key in ["O2P", "O1;5Q", "\u{1B}[A", "\u{1B}OB", "[a", "Oa", "[7^", "[7$", "[[J", "[97;9u", "[57358u", "\t"] {
      terminal.send("\u{1B}\(key)")
    }
    terminal.send("\u{1B}[57403uock")
    try terminal.waitFor("/st4ock")
    terminal.send("\u{17}\r")
    try explorer.quit()
  }

  @Test("Whatever the size of the window, the row under the cursor stays in it")
  func resizing() throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    terminal.send("l/stock\r")
    try terminal.waitFor("HANDSESS")
    terminal.send("lG")
    try terminal.waitForCursor(on: "SKIASESS")
    for (columns, rows) in [(80, 24), (40, 12), (200, 60), (100, 20)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.waitForCursor(on: "SKIASESS")
      try terminal.wait(for: "footer in the last row") { $0.screen[rows - 1].contains("q quit") }
    }
    terminal.resize(columns: 20, rows: 5)
    try terminal.waitFor("Too small")
    terminal.resize(columns: 1, rows: 1)
    terminal.settle()
    terminal.resize(columns: 120, rows: 40)
    try terminal.waitForCursor(on: "SKIASESS")
    try explorer.quit()
  }

  @Test("The mouse chooses rows and pages, and the wheel scrolls")
  func mouse() throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    let row = try #require(terminal.screen.firstIndex { $0.contains("NO  Norway") })
    terminal.send("\u{1B}[<0;5;\(row + 1)M\u{1B}[<0;5;\(row + 1)m")
    try terminal.waitFor("Cities · Norway")
    let tabs = try #require(terminal.screen.firstIndex { $0.contains("│ Details │") })
    terminal.send("\u{1B}[<0;22;\(tabs + 1)M\u{1B}[<0;22;\(tabs + 1)m")
    try terminal.waitFor("200 OK")
    try terminal.waitFor("X-Request-ID: ")
    terminal.send("\u{1B}[<0;13;\(tabs + 1)M")
    try terminal.waitFor("\"isoCountryCode\": \"NO\"")
    terminal.send(String(repeating: "\u{1B}[<65;12;\(tabs + 3)M", count: 30))
    try terminal.waitFor("\"Lithuania\"")
    try explorer.quit()
  }

  @Test("A flood of keys, half sequences and wrong bytes neither stops it nor is taken for commands")
  func flood() throws {
    let explorer = try Explorer()
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    terminal.send(String(repeating: "jk", count: 5000) + "\u{1B}[200~" + String(repeating: "q", count: 100_000))
    terminal.send("\u{1B}[201~\u{1B}[999;999\u{18}\u{1B}]0;q\u{07}\u{1B}Pq\u{1B}\\")
    terminal.send("?")
    try terminal.waitFor("Move down one row")
    terminal.send("\u{1B}")
    try terminal.wait(for: "help closed") { !$0.screen.contains { $0.contains("Move down one row") } }
    try explorer.quit()
  }
}
