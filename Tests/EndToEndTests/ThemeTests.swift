import EndToEndSupport
import Foundation
import Testing

/// Colours in a real terminal.
@Suite(.onOwnThreads)
struct ThemeTests {
  /// The background of the screen below the columns.
  private func ground(_ terminal: TerminalSession) -> UInt32? { terminal.cell(at: 100, 30).background }

  @Test("It asks the terminal for its background, goes by the answer, and has it in mind at the next start")
  func answer() throws {
    let home = try Home()
    let explorer = try Explorer(environment: ["COLORTERM": "truecolor"], home: home)
    try explorer.terminal.waitFor("Stockholm")
    #expect(explorer.terminal.outputText.contains("\u{1B}]11;?"))
    #expect(ground(explorer.terminal) == 0x10151C, "dark until the terminal says something else")
    explorer.terminal.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    try explorer.terminal.wait(for: "light") { ground($0) == 0xFFFFFF }
    try explorer.quit()
    let next = try Explorer(environment: ["COLORTERM": "truecolor"], home: home)
    try next.terminal.wait(for: "light") { ground($0) == 0xFFFFFF }
    #expect(!next.terminal.outputText.contains("48;2;16;21;28m"))
    try next.quit()
  }

  @Test("Direct colours come as they are where the terminal has them, and as the nearest elsewhere")
  func depths() throws {
    let home = try Home()
    for (variables, options, sequence) in [
      (["COLORTERM": "truecolor"], [], "48;2;16;21;28m"), (["COLORTERM": "truecolor"], ["--colors", "256"], "48;5;"),
      ([:], [], "48;5;"), (["OPX_COLORS": "16"], [], "[40m"), (["TERM": "linux"], [], "40m"),
    ] as [([String: String], [String], String)] {
      let explorer = try Explorer(options, environment: variables, home: home)
      try explorer.terminal.waitFor("Stockholm")
      #expect(explorer.terminal.outputText.contains(sequence), "\(variables) \(options)")
      #expect(explorer.terminal.outputText.contains("8;2;") == (sequence.contains("8;2;")))
      try explorer.quit()
    }
  }

  @Test("An own theme is drawn, and again when it is saved; what is wrong with it is said")
  func ownTheme() throws {
    let home = try Home()
    let file = ".config/opx/themes/mine.yaml"
    try home.write("inherits: dark\npalette:\n  ground: \"#300000\"\n", to: file)
    let explorer = try Explorer(["--theme", "mine"], environment: ["COLORTERM": "truecolor"], home: home)
    let terminal = explorer.terminal
    try terminal.waitFor("Stockholm")
    #expect(ground(terminal) == 0x300000)
    terminal.send("T")
    // It comes after the watch.
    try terminal.waitFor("yours")
    terminal.send("\u{1B}")
    try home.write("inherits: dark\npalette:\n  ground: \"#003000\"\n", to: file)
    try terminal.wait(for: "the new colour") { ground($0) == 0x003000 }
    try home.write("inherits: dark\npalette:\n  ground: \"#003000\"\nstyles:\n  bad: rde\n", to: file)
    try terminal.waitFor("mine.yaml:5: bad: \"rde\" is no colour")
    try explorer.quit()
  }

  @Test("A theme that there isn't is no reason to guess")
  func unknown() throws {
    let explorer = try Explorer(["--theme", "nosuch"])
    try explorer.expectEnd(.exited(78))
    #expect(explorer.terminal.screen.joined().contains("there is no theme \"nosuch\""))
    let setting = try Explorer(environment: ["OPX_THEME": "nosuch"])
    try setting.terminal.waitFor("there is no theme \"nosuch\"; T lists them")
    try setting.quit()
  }
}
