import EndToEndSupport
import Foundation
import Testing

/// The guide as a newcomer goes through it, by keys alone.
@Suite(.onOwnThreads)
struct GettingStartedTests {
  private static let password = "letters9876"

  @Test("From an empty home to a browsed bank through every step; another opx approves the sign-in")
  func newcomer() throws {
    let home = try Home()
    let explorer = try Explorer(home: home)
    let terminal = explorer.terminal
    try terminal.waitFor("Getting started: :getting-started")
    try terminal.waitFor("Sweden")
    terminal.send(":getting-started\r")
    try terminal.waitFor("0 of 4 done")
    try terminal.wait(for: "the line to go") { !$0.screen.joined().contains("Esc dismisses") }
    // 1: an application, whose secret goes into a profile.
    terminal.send("l\r")
    try terminal.waitFor("Enter registers")
    terminal.send("Corner shop\r")
    try terminal.waitFor("Corner shop is registered")
    let row = try #require(terminal.screen.first { $0.contains("client secret") })
    let secret = try #require(row.split(separator: " ").first { $0.hasSuffix("=") }.map(String.init))
    terminal.send("\r")
    try terminal.waitFor("Enter saves")
    terminal.send("\r")
    try terminal.waitFor("corner-shop is kept and in use.")
    try terminal.waitFor("profile corner-shop, in use")
    // 2: a test user.
    terminal.send("\t")
    try terminal.waitFor("Create a test user")
    terminal.send("\r")
    try terminal.waitFor("Enter creates")
    terminal.send("anna@example.com\tlet")
    try terminal.waitFor("✓ at least three letters")
    try terminal.waitFor("○ at least four digits")
    terminal.send("ters9876")
    try terminal.waitFor("✓ at least four digits")
    terminal.send("\r")
    try terminal.waitFor("anna@example.com can sign in now.")
    // 3: codes for the stores.
    terminal.send("\t\r")
    try terminal.waitFor("https://apps.apple.com/app/id1342297541")
    terminal.send("q")
    // 4: a sign-in that another program approves.
    terminal.send("\t\r")
    try terminal.waitFor("Sign in to Corner shop")
    terminal.send("\t\(Self.password)\r")
    try terminal.waitFor("approve it below")
    try approve(in: home)
    try terminal.waitFor("✓ Redeem the code")
    try terminal.waitFor("✓ 4 Strong authentication")
    terminal.send("g")
    try terminal.waitFor("Claims of the id token, NOT VERIFIED")
    // 5: the guide's calls.
    terminal.send("\t\r")
    try terminal.waitFor("✓ 5.1 Get a token")
    for call in ["5.2 Countries", "5.3 Cities", "5.4 ASPSPs"] {
      terminal.send("j\r")
      try terminal.waitFor("✓ \(call)")
    }
    try terminal.waitFor("4 of 4 done")
    terminal.send("o")
    try terminal.waitFor("· / search ·")
    terminal.send("q")
    try terminal.waitFor("5.5 Start exploring")
    terminal.send("j\r")
    // And a bank.
    try terminal.waitFor("Sweden")
    terminal.send("lll")
    try terminal.waitFor("BIC")
    terminal.send("hhh")
    try explorer.quit()
    try expectNothingLeaked(secret, terminal, in: home)
    try expectPointerGone(in: home)
  }

  /// The next pane of the newcomer's terminal.
  private func approve(in home: Home) throws {
    let other = try Explorer(home: home)
    try other.terminal.waitFor("Sweden")
    other.terminal.send(":getting-started\rjjjl")
    try other.terminal.waitFor("anna@example.com")
    other.terminal.send("G\r")
    try other.terminal.waitFor("The sign-in of anna@example.com was approved.")
    other.terminal.send("q")
    try other.quit()
  }

  private func expectNothingLeaked(_ secret: String, _ terminal: TerminalSession, in home: Home) throws {
    #expect(try holders(of: secret, in: home) == [".config/opx/secrets/corner-shop"])
    #expect(try holders(of: Self.password, in: home) == [])
    #expect(!terminal.outputText.contains("9876"), "the password was drawn")
  }

  private func holders(of text: String, in home: Home) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: home.path)?.compactMap { $0 as? String } ?? []
    try #require(files.contains { $0.hasSuffix("history.sqlite") })
    return files.filter {
      FileManager.default.contents(atPath: "\(home.path)/\($0)")?.range(of: Data(text.utf8)) != nil
    }
  }

  private func expectPointerGone(in home: Home) throws {
    let again = try Explorer(home: home)
    try again.terminal.waitFor("Sweden")
    #expect(!again.terminal.screen.joined().contains(":getting-started"))
    try again.quit()
  }

  @Test("The line that points to the guide is dismissed for good by Esc")
  func dismissal() throws {
    let home = try Home()
    let explorer = try Explorer(home: home, columns: 80, rows: 24)
    try explorer.terminal.waitFor("Esc dismisses this line")
    // Until the last list is there Esc stops its call.
    try explorer.terminal.waitFor("Sweden › Helsingborg › RESUSE21")
    explorer.terminal.send("\u{1B}")
    try explorer.terminal.wait(for: "the line to go") { !$0.screen.joined().contains("Esc dismisses") }
    try explorer.quit()
    try expectPointerGone(in: home)
  }
}
