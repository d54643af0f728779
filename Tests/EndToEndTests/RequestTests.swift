import EndToEndSupport
import Foundation
import Testing

/// What is really sent, in either dialect.
@Suite(.onOwnThreads)
struct RequestTests {
  private static let bearer = "Bearer \(ScriptedServer.token)"

  @Test("psd2: one token for all, the scope asked for, and an X-Request-ID of its own for every call")
  func psd2() throws {
    let server = try ScriptedServer()
    let explorer = try Explorer(environment: server.environment)
    let terminal = explorer.terminal
    try terminal.waitFor("Malmö")
    try terminal.waitFor("SWEDSESS")
    terminal.send("llP")
    try terminal.waitFor("Landsvägen 40")
    #expect(!terminal.screen[0].contains("SANDBOX") && terminal.screen[0].contains("environment ▾"))
    try explorer.quit()

    let requests = server.requests
    #expect(
      requests.map { "\($0.method) \($0.target)" } == [
        "POST /connect/token", "GET /psd2/aspspinformation/v1/countries",
        "GET /psd2/aspspinformation/v1/cities?isoCountryCodes=SE", "GET /psd2/aspspinformation/v1/aspsps?cityIds=c-1",
        "GET /psd2/aspspinformation/v1/aspsps/SWEDSESS",
      ])
    try expectTokenRequest(requests.first, scope: "aspspinformation+private")
    let calls = requests.dropFirst()
    #expect(calls.allSatisfy { $0["authorization"] == [Self.bearer] && $0.body.isEmpty })
    let ids = calls.flatMap { $0["x-request-id"] }
    #expect(ids.allSatisfy { UUID(uuidString: $0) != nil } && Set(ids).count == calls.count)
    #expect(!terminal.outputText.contains(ScriptedServer.token))
    #expect(!terminal.outputText.contains("s3cr3t"))
  }

  @Test("seed: the guide's headers, and ids as one encoded segment of the path")
  func seed() throws {
    let server = try ScriptedServer()
    let explorer = try Explorer(environment: server.environment.merging(["OPX_DIALECT": "seed"]) { $1 })
    let terminal = explorer.terminal
    try terminal.waitFor("Malmö")
    try terminal.waitFor("SWEDSESS")
    terminal.send("ll")
    try terminal.waitForCursor(on: "SWEDSESS")
    try explorer.quit()

    let requests = server.requests
    #expect(
      requests.map { "\($0.method) \($0.target)" } == [
        "POST /connect/token", "GET /aspspinformation/v1/aspsps/countries",
        "GET /aspspinformation/v1/aspsps/SE/cities", "GET /aspspinformation/v1/aspsps/SE/cities/c%2F1%20%C3%A5",
      ])
    try expectTokenRequest(requests.first, scope: "aspspinformation")
    for call in requests.dropFirst() {
      #expect(call["authorization"] == [Self.bearer])
      #expect(call["cache-control"] == ["no-cache"] && call["content-type"] == ["application/json"])
    }
  }

  @Test("Held keys ask for nothing; the row where they stop is asked for once")
  func debouncing() throws {
    let names = (0..<26).map { #"{"isoCountryCode":"\#(code($0))","name":"Country \#($0)"}"# }
    let list = #"{"countries":[\#(names.joined(separator: ","))]}"#
    let server = try ScriptedServer { $0.target.hasSuffix("/countries") ? .json(list) : nil }
    let explorer = try Explorer(environment: server.environment)
    try explorer.terminal.waitFor("Malmö")
    explorer.terminal.send(String(repeating: "j", count: 25))
    // Part of a frame may still show the first country's city, so the server is asked as well.
    try explorer.terminal.wait(for: "the last row's cities", within: 10) { screen in
      server.requests.contains { $0.target.hasSuffix("=AZ") } && screen.screen.contains { $0.contains("Malmö") }
    }
    try explorer.quit()
    let cities = server.requests.map(\.target).filter { $0.contains("/cities") }
    #expect(cities.map { String($0.suffix(2)) } == ["AA", "AZ"])
  }

  private func code(_ position: Int) -> String { "A" + String(UnicodeScalar(UInt8(65 + position))) }

  private func expectTokenRequest(_ request: ScriptedServer.Request?, scope: String) throws {
    let request = try #require(request)
    #expect(request["content-type"] == ["application/x-www-form-urlencoded"])
    #expect(request["cache-control"] == ["no-cache"] && request["authorization"].isEmpty)
    #expect(
      Set(request.body.split(separator: "&")) == [
        "client_id=scripted-client", "client_secret=sCr1pt3d%2Bs3cr3t%2F%3D%3D", "scope=\(Substring(scope))",
        "grant_type=client_credentials",
      ])
  }
}
