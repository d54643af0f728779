import ArgumentParser
import OpenPayments

struct TokenCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Print an access token.",
    discussion: "Needs no API address. Whoever has the token can call in your name until it expires.")

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    let client = try await connection.connection(needsAPI: false).client()
    let token = try await client.token()
    try StandardOutput.write(Array("\(token.value.reveal())\n".utf8))
  }
}
