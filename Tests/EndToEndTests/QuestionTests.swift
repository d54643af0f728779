import EndToEndSupport
import Foundation
import Glibc
import Testing

/// What subcommands ask on a terminal: whatever becomes of it, the shell gets its terminal back as it was.
@Suite(.onOwnThreads)
struct QuestionTests {
  private static let adding = ["profiles", "add", "acme", "--environment", "sandbox", "--client-id", "me"]

  /// The program where it asks for a secret, half of which has been typed.
  ///
  /// - Parameter half: is still on its way to the terminal when this returns; nothing tells when it is there.
  private func askedForSecret(
    _ arguments: [String] = adding, home: Home? = nil, half: String = "t0psecr"
  ) throws -> Explorer {
    let asked = try Explorer(arguments, home: home)
    try asked.terminal.waitFor("Client secret (not shown):")
    #expect(!asked.terminal.isCooked)
    asked.terminal.send(half)
    return asked
  }

  private func expectNothingLeft(_ asked: Explorer, _ ending: TerminalSession.Ending) throws {
    try asked.expectEnd(ending)
    #expect(asked.terminal.unread == 0)
    #expect(!asked.terminal.outputText.contains("t0psecr"))
  }

  @Test("A signal at the prompt for a secret gives the terminal its echo back", arguments: [SIGINT, SIGTERM, SIGHUP])
  func ended(signal: Int32) throws {
    let asked = try askedForSecret(half: "")
    asked.terminal.signal(signal)
    try expectNothingLeft(asked, .killed(signal: signal))
    #expect(!asked.terminal.outputText.contains("no secret"))
  }

  @Test("So does one that ends the program at once")
  func killed() throws {
    let asked = try askedForSecret(half: "")
    asked.terminal.signal(SIGQUIT)
    try expectNothingLeft(asked, .killed(signal: SIGQUIT))
  }

  @Test("Ctrl-C and Ctrl-\\ do, too, wherever a secret is typed", arguments: [[], ["--secret-stdin"]])
  func keys(options: [String]) throws {
    let interrupted = try askedForSecret(Self.adding + options)
    interrupted.terminal.send("\u{3}")
    try expectNothingLeft(interrupted, .killed(signal: SIGINT))
    let left = try askedForSecret(Self.adding + options)
    left.terminal.send("\u{1C}")
    try expectNothingLeft(left, .killed(signal: SIGQUIT))
  }

  @Test("A secret is taken without being shown, and what was pasted after it is no command")
  func typed() throws {
    let home = try Home()
    let asked = try askedForSecret(home: home)
    asked.terminal.send("et\rrm -r x\r")
    try asked.terminal.waitFor("added acme")
    try expectNothingLeft(asked, .exited(0))
    let shown = try Explorer(["profiles", "export-env", "acme", "--force"], home: home)
    try shown.terminal.waitFor("t0psecret")
  }

  @Test("An end of input in place of a secret adds nothing")
  func noSecret() throws {
    let asked = try Explorer(Self.adding)
    try asked.terminal.waitFor("Client secret (not shown):")
    asked.terminal.send("\u{4}")
    try asked.terminal.waitFor("no secret was typed")
    try expectNothingLeft(asked, .exited(64))
  }

  @Test("Ctrl-Z gives the shell a terminal that echoes, and fg asks again without echo")
  func stopped() throws {
    let home = try Home()
    // This shell leaves the terminal's modes as it finds them.
    let terminal = try TerminalSession("/bin/sh", ["-i"], environment: ["HOME": home.path, "PS1": "shell> "])
    try terminal.waitFor("shell>")
    terminal.send(([Explorer.program] + Self.adding).joined(separator: " ") + "\r")
    for round in 1...3 {
      try terminal.wait(for: "question \(round)") { session in
        session.outputText.components(separatedBy: "(not shown): ").count == round + 1
      }
      #expect(!terminal.isCooked)
      guard round < 3 else { break }
      terminal.send("t0psecr\u{1A}")
      try terminal.wait(for: "shell") { $0.outputText.components(separatedBy: "shell> ").count == round + 2 }
      #expect(terminal.isCooked && terminal.unread == 0)
      terminal.send("fg\r")
    }
    terminal.send("t0psecret\r")
    try terminal.waitFor("added acme")
    try terminal.wait(for: "shell") { $0.outputText.components(separatedBy: "shell> ").count == 5 }
    #expect(terminal.isCooked && !terminal.outputText.contains("t0psecr"))
  }

  @Test("A yes is read to the end of its line", arguments: ["yes", "y", "Yes"])
  func yes(answer: String) throws {
    let home = try Home()
    let called = try Explorer(["countries"], home: home)
    #expect(try called.terminal.waitForEnd() == .exited(0))
    let asked = try Explorer(["history", "clear"], home: home)
    try asked.terminal.waitFor("from the history? [y/N]")
    asked.terminal.send("\(answer)\r")
    try asked.terminal.waitFor("opx: deleted")
    try expectNothingLeft(asked, .exited(0))
  }

  @Test("Anything else is a no, and nothing of it is left", arguments: ["no way", "yellow", ""])
  func no(answer: String) throws {
    let home = try Home()
    try home.write(
      """
      profiles:
        old:
          environment: sandbox-2019
          client_id: me
          secret_env: OLD_SECRET
      """, to: ".config/opx/profiles.yaml")
    let asked = try Explorer(
      ["countries", "--profile", "old"], environment: ["OLD_SECRET": "t0psecret"], home: home)
    try asked.terminal.waitFor("there? [y/N]")
    asked.terminal.send("\(answer)\r")
    try asked.terminal.waitFor("is not sent")
    try expectNothingLeft(asked, .exited(78))
  }

  @Test("A question can be left with Ctrl-C")
  func interruptedQuestion() throws {
    let home = try Home()
    let called = try Explorer(["countries"], home: home)
    #expect(try called.terminal.waitForEnd() == .exited(0))
    let asked = try Explorer(["history", "clear"], home: home)
    try asked.terminal.waitFor("from the history? [y/N]")
    asked.terminal.send("y\u{3}")
    try expectNothingLeft(asked, .killed(signal: SIGINT))
    #expect(!asked.terminal.outputText.contains("deleted"))
  }
}
