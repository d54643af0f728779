import Foundation
import Synchronization
import Testing

/// Tokens that outlive a run.
@Suite(.timeLimit(.minutes(2)))
struct KeptTokenTests {
  /// A server, and how many tokens it has given.
  private static func platform(
    refusing refused: String? = nil
  ) async throws -> (server: ScriptedServer, tokens: @Sendable () -> Int) {
    let tokens = Counter()
    let server = try await ScriptedServer { request in
      if request.isForToken {
        let number = tokens.next()
        return .json(#"{"access_token":"token-\#(number)","expires_in":3600,"token_type":"Bearer"}"#)
      }
      if let refused, request.head.contains("Bearer \(refused)") { return .status(401, body: []) }
      return .json(#"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#)
    }
    return (server, { tokens.value })
  }

  @Test("ten copies started together fetch one token")
  func together() async throws {
    let (server, tokens) = try await Self.platform()
    let opx = try OpxProcess(environment: server.environment)
    try await withThrowingTaskGroup { group in
      for _ in 0..<10 {
        group.addTask {
          let outcome = try await opx.run("countries")
          #expect(outcome.status == 0 && outcome.text == "SE\tSweden\n", "\(outcome.errors)")
        }
      }
      try await group.waitForAll()
    }
    #expect(tokens() == 1)
  }

  @Test("a kept token that is refused is fetched anew, once")
  func refused() async throws {
    let (server, tokens) = try await Self.platform(refusing: "token-1")
    let opx = try OpxProcess(environment: server.environment)
    #expect(try await opx.run("token").text == "token-1\n")
    #expect(try await opx.run("countries").status == 0)
    #expect(tokens() == 2)
    #expect(try await opx.run("token").text == "token-2\n")
  }

  @Test("token_cache false keeps nothing, from the option, the variable and the file")
  func off() async throws {
    let (server, tokens) = try await Self.platform()
    var opx = try OpxProcess(environment: server.environment)
    _ = try await opx.run("token", "--token-cache", "false")
    try opx.home.write("token_cache: false\n", to: "config/opx/config.yaml")
    _ = try await opx.run("token")
    opx.environment["OPX_TOKEN_CACHE"] = "no"
    _ = try await opx.run("token")
    #expect(tokens() == 3)
    #expect(!FileManager.default.fileExists(atPath: "\(opx.home.path)/.cache/opx"))
    opx.environment["OPX_TOKEN_CACHE"] = "perhaps"
    #expect(try await opx.run("token").status == 78)
  }

  @Test("--forget removes the token, says so, and calls nobody")
  func forget() async throws {
    let (server, tokens) = try await Self.platform()
    let opx = try OpxProcess(environment: server.environment)
    _ = try await opx.run("token")
    for words in ["removed the token kept for environment", "no token was kept for environment"] {
      let outcome = try await opx.run("token", "--forget")
      #expect(outcome.status == 0 && outcome.text.isEmpty && outcome.errors == "opx: \(words)\n")
    }
    #expect(tokens() == 1)
    #expect(try await opx.run("token").text == "token-2\n")
  }

  @Test("--forget fails with the place of a token that it can't remove")
  func stuck() async throws {
    let (server, _) = try await Self.platform()
    let opx = try OpxProcess(environment: server.environment)
    _ = try await opx.run("token")
    let folder = "\(opx.home.path)/.cache/opx/tokens"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let path = "\(folder)/\(try #require(names.first { $0.hasPrefix("token-") && !$0.contains(".") }))"
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: "\(path)/full", withIntermediateDirectories: true)
    let outcome = try await opx.run("token", "--forget")
    let words =
      "the token of environment could not be removed: \(path) is still there (Is a directory); remove it yourself"
    #expect(outcome.status == 74 && outcome.text.isEmpty && outcome.errors == "opx: \(words)\n")
  }

  @Test("--json tells the expiry and the scope")
  func json() async throws {
    let (server, _) = try await Self.platform()
    let opx = try OpxProcess(environment: server.environment)
    let outcome = try await opx.run("token", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any], "\(outcome.errors)")
    #expect(object["access_token"] as? String == "token-1")
    #expect(object["token_type"] as? String == "Bearer")
    #expect(object["scope"] as? String == "aspspinformation private")
    #expect((3500...3600).contains(object["expires_in"] as? Int ?? 0))
    #expect((object["expires_at"] as? String)?.hasSuffix("Z") == true)
  }

  @Test("--json says that an expiry is a guess, also in a later run")
  func guess() async throws {
    let server = try await ScriptedServer { _ in .json(#"{"access_token":"a","token_type":"Bearer"}"#) }
    let opx = try OpxProcess(environment: server.environment)
    for _ in 0..<2 {
      let output = try await opx.run("token", "--json").output
      let object = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
      #expect(object["expires_assumed"] as? Bool == true && (200...300).contains(object["expires_in"] as? Int ?? 0))
    }
  }

  @Test("the built-in sandbox's tokens are kept nowhere")
  func sandbox() async throws {
    let opx = try OpxProcess()
    #expect(try await opx.run("countries").status == 0)
    #expect(try await opx.run("token", "--forget").errors.contains("kept nowhere"))
    #expect(!FileManager.default.fileExists(atPath: "\(opx.home.path)/.cache/opx"))
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
