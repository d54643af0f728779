import EndToEndSupport
import Foundation
import Testing

/// What was called, today and before.
@Suite(.onOwnThreads)
struct HistoryTests {
  @Test(
    "From the calls of one run to the history of the next: found, looked at, deleted, and nothing secret in the file")
  func twoRuns() throws {
    let home = try Home()
    let first = try Explorer(home: home)
    try first.terminal.waitFor("Stockholm")
    try first.terminal.waitFor("ASPSPs · Helsingborg")
    try first.terminal.waitFor("RESUSE21")
    try first.quit()

    let second = try Explorer(home: home)
    let terminal = second.terminal
    try terminal.waitFor("RESUSE21")
    terminal.send("H")
    try terminal.waitFor("┌ History ─")
    try terminal.waitFor("─ 8 ─┐")
    terminal.send("/op:token\r")
    try terminal.waitFor("┌ History · op:token")
    try terminal.waitFor("─ 2 ─┐")
    terminal.send("j\r")
    try terminal.waitFor("┌ POST /connect/token")
    terminal.send("pp")
    try terminal.waitFor("client_secret=••••••")
    terminal.send("H")
    try terminal.waitForCursor(on: "POST /connect/token")
    try terminal.waitFor("2/2")
    terminal.send("d")
    try terminal.waitFor("One exchange will be gone for good.")
    terminal.send("y")
    try terminal.waitFor("Deleted one exchange.")
    try terminal.waitFor("1/1")
    terminal.send("q")
    try second.quit()

    let folder = URL(fileURLWithPath: "\(home.path)/.local/share/opx")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let bytes = try files.reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    #expect(bytes.range(of: Data("RESUSE21".utf8)) != nil)
    #expect(bytes.range(of: Data("eyJ".utf8)) == nil, "a token was written")
    #expect(bytes.range(of: Data("b3B4".utf8)) == nil, "the client secret was written")
  }
}
