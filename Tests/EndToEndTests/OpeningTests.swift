import EndToEndSupport
import Foundation
import Testing

/// A file, or what is piped in, in place of the platform.
@Suite(.onOwnThreads)
struct OpeningTests {
  @Test("A file is looked at without any call")
  func file() throws {
    let home = try Home()
    let path = "\(home.path)/banks.json"
    try Data(#"{"banks":[{"bic":"ESSESESS"},{"bic":"NDEASESS"}]}"#.utf8).write(to: URL(fileURLWithPath: path))
    let explorer = try Explorer(["open", path])
    let terminal = explorer.terminal
    try terminal.waitFor("2 items")
    terminal.send("/nde")
    try terminal.waitFor("1 of 1")
    terminal.send("\r")
    try terminal.waitForCursor(on: "NDEASESS")
    terminal.send("\t")
    try terminal.waitFor("nothing is sent. q quits")
    try explorer.quit()
  }

  @Test("What is piped in is looked at while keys come from the terminal")
  func pipe() throws {
    let home = try Home()
    let terminal = try TerminalSession(
      "/bin/sh", ["-c", "printf '[10,20,30]' | '\(Explorer.program)' open -"], environment: ["HOME": home.path],
      columns: 80, rows: 24)
    try terminal.waitFor("3 items")
    terminal.send("G")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }
}
