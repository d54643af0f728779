import EndToEndSupport
import Foundation
import Testing

/// Profiles as somebody makes and uses them by keys.
@Suite(.onOwnThreads)
struct ProfilesTests {
  @Test("A profile is filled in, tried and switched to, and its secret is in one file and on no screen")
  func newProfile() throws {
    let server = try ScriptedServer()
    let home = try Home()
    let explorer = try Explorer(home: home)
    let terminal = explorer.terminal
    try terminal.waitFor("Sweden")
    terminal.send("c")
    try terminal.waitFor("used because no other was chosen")
    terminal.send("aacme\t\u{1B}[D\u{1B}[D")
    try terminal.waitFor("‹ Hosts of your own ›")
    terminal.send(
      "\t\(server.origin)\t\(server.origin)\t\t\(ScriptedServer.clientID)\t\t\(ScriptedServer.clientSecret)")
    try terminal.waitFor("••••••")
    terminal.send("\r")
    try terminal.waitFor("acme is kept.")
    terminal.send("t")
    try terminal.waitFor("✓ token fetched")
    try terminal.waitFor("It works.")
    terminal.send("\u{1B}")
    try terminal.waitFor("Enter switches")
    terminal.send("\r")
    try terminal.waitFor("Malmö")
    terminal.send("-")
    try terminal.waitFor("SANDBOX  sandbox ▾")
    try explorer.quit()
    let secret = Data(ScriptedServer.clientSecret.utf8)
    #expect(!Data(terminal.output).contains(secret), "the secret was drawn")
    let files = FileManager.default.enumerator(atPath: home.path)?.compactMap { $0 as? String } ?? []
    let holders = files.filter {
      FileManager.default.contents(atPath: "\(home.path)/\($0)")?.contains(secret) == true
    }
    #expect(holders == [".config/opx/secrets/acme"])
  }

  @Test("A broken profiles.yaml is told with its place, and the explorer opens all the same")
  func brokenFile() throws {
    let home = try Home()
    try home.write("default: acme\nprofiles:\n  acme:\n    enviroment: sandbox\n", to: ".config/opx/profiles.yaml")
    let explorer = try Explorer(home: home)
    try explorer.terminal.waitFor("profiles.yaml:4:5: unknown key \"enviroment\"")
    try explorer.terminal.waitFor("Sweden")
    explorer.terminal.send("c")
    try explorer.terminal.waitFor("profiles.yaml:4:5")
    explorer.terminal.send("q")
    try explorer.quit()
  }

  @Test("A wrong secret is explained, with the exchange a key away, and works once the file is mended")
  func wrongSecret() throws {
    let server = try ScriptedServer { request in
      guard request.target == "/connect/token", !request.body.contains("client_secret=right") else { return nil }
      return .status(400, body: Array(#"{"error":"invalid_client"}"#.utf8))
    }
    let home = try Home()
    let folder = "\(home.path)/.config/opx"
    try home.write(
      """
      profiles:
        acme: {auth_url: "\(server.origin)", api_url: "\(server.origin)", client_id: me, secret_file: secret}
      """, to: ".config/opx/profiles.yaml")
    func keep(_ secret: String) {
      _ = FileManager.default.createFile(
        atPath: "\(folder)/secret", contents: Data(secret.utf8), attributes: [.posixPermissions: 0o600])
    }
    keep("left")
    let explorer = try Explorer(home: home)
    let terminal = explorer.terminal
    try terminal.waitFor("Sweden")
    terminal.send("c")
    try terminal.waitFor("acme")
    terminal.send("Gt")
    try terminal.waitFor("✗ no token")
    try terminal.waitFor("one application of this very environment")
    keep("right")
    terminal.send("t")
    try terminal.waitFor("It works.")
    terminal.send("\u{1B}")
    try terminal.waitFor("Enter switches")
    terminal.send("q")
    try explorer.quit()
  }
}
