import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments

struct TokenCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Print an access token.",
    discussion: """
      Needs no API address. Whoever has the token can call in your name until it expires. It is kept for the next run, \
      readable by you alone, unless token_cache is false.
      """)

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  @Flag(help: "Print an object with the token, its type, scope and expiry.")
  var json = false

  @Flag(help: "Remove the token that is kept for this profile; makes no call.")
  var forget = false

  func validate() throws {
    if json && forget { throw ValidationError("--json and --forget exclude each other") }
  }

  func run() async throws { try await connection.run(needsAPI: false, print) }

  private func print(_ connection: Connection) async throws {
    guard !forget else { return try await removeKept(connection) }
    let client = try await connection.client()
    let token = try await client.token()
    let line = json ? text(token, asked: client.configuration.credentials.scopes) : token.value.reveal()
    try StandardOutput.write(Array("\(line)\n".utf8))
  }

  private func removeKept(_ connection: Connection) async throws {
    let profile = connection.catalogue.chosen
    guard let key = try await connection.clients.tokenKey(of: profile) else {
      return StandardError.print("opx: the built-in sandbox's tokens are kept nowhere")
    }
    let hadToken: Bool
    do { hadToken = try await connection.clients.tokens.removeToken(for: key) } catch {
      throw CommandFailure(.outputNotWritten, "the token of \(profile.name) could not be removed: \(error)")
    }
    StandardError.print("opx: \(hadToken ? "removed the token" : "no token was") kept for \(profile.name)")
  }

  /// RFC 6749's members, and when the token ends; also if that is no more than a guess.
  private func text(_ token: AccessToken, asked: [String]) -> String {
    let left = max(Int(clamping: token.expiresAt.timeIntervalSinceNow), 0)
    var members: [JSONOutput.Member] = [
      .init("access_token", .string(token.value.reveal())), .init("token_type", .string("Bearer")),
      .init("expires_in", .integer(left)), .init("expires_at", .string(token.expiresAt.formatted(.iso8601))),
      .init("scope", .string((token.grantedScopes ?? asked).joined(separator: " "))),
    ]
    if token.isLifetimeAssumed { members.append(.init("expires_assumed", .bool(true))) }
    return JSONOutput.object(members).text()
  }
}
