import EndToEndSupport
import Foundation
import Testing

/// Places found, marked, typed and remembered.
@Suite(.onOwnThreads)
struct FindingTests {
  @Test("All of the sandbox is read, a bank found in it, and the next run begins there; an address leads elsewhere")
  func finding() throws {
    let home = try Home()
    let explorer = try Explorer(home: home)
    let terminal = explorer.terminal
    try terminal.waitFor("Sweden")
    terminal.send("f")
    try terminal.waitFor("not all of it is known")
    terminal.send("\t")
    try terminal.waitFor("All of the directory is known")
    terminal.send("oslo handels")
    try terminal.waitFor("ASPSP · Oslo, Norway")
    terminal.send("\r")
    try terminal.waitFor("ASPSPs · Oslo")
    try terminal.waitForCursor(on: "HANDNOKK")
    terminal.send("ma")
    try terminal.waitFor("Mark a is no/oslo/HANDNOKK@sandbox.")
    terminal.send("[")
    try terminal.waitFor("Cities · Sweden")
    terminal.send("]")
    try terminal.waitFor("ASPSPs · Oslo")
    try explorer.quit()

    let again = try Explorer(home: home)
    try again.terminal.waitForCursor(on: "HANDNOKK")
    again.terminal.send(":fi/helsinki\r")
    try again.terminal.waitFor("ASPSPs · Helsinki")
    again.terminal.send("'a")
    try again.terminal.waitFor("ASPSPs · Oslo")
    try again.quit()

    let elsewhere = try Explorer(["de/berlin@sandbox-seed"], home: home)
    try elsewhere.terminal.waitFor("ASPSPs · Berlin")
    try elsewhere.terminal.waitFor("sandbox-seed ▾")
    try elsewhere.quit()
  }

  @Test("A run that is terminated is remembered as well")
  func terminated() throws {
    let home = try Home()
    let explorer = try Explorer(["no/oslo"], home: home)
    try explorer.terminal.waitFor("ASPSPs · Oslo")
    explorer.terminal.signal(SIGTERM)
    try explorer.expectEnd(.killed(signal: SIGTERM))
    let again = try Explorer(home: home)
    try again.terminal.waitFor("ASPSPs · Oslo")
    try again.quit()
  }

  @Test("A run whose window closes is remembered, however often the kernel and the shell report that")
  func hungUp() throws {
    let home = try Home()
    let explorer = try Explorer(["no/oslo"], home: home)
    try explorer.terminal.waitFor("ASPSPs · Oslo")
    explorer.terminal.hangUp()
    #expect(try explorer.terminal.waitForEnd(signalling: SIGHUP) == .killed(signal: SIGHUP))
    let again = try Explorer(home: home)
    try again.terminal.waitFor("ASPSPs · Oslo")
    try again.quit()
  }
}
